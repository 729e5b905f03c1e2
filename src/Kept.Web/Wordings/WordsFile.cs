using System.Text.Json;

namespace Kept.Web.Wordings;

/// <summary>One language's words as they lie in the folder Words.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="MadeBy">Who wrote them.</param>
/// <param name="CheckedBy">Who that speaks the language has read them; null until somebody has.</param>
/// <param name="Days">How days and times are written: .NET's patterns.</param>
/// <param name="Words">A message for each key, or one for each plural form.</param>
internal sealed record WordsFile(
    string Language, string MadeBy, string? CheckedBy, IReadOnlyDictionary<string, string> Days, IReadOnlyDictionary<string, JsonElement> Words)
{
    private const string Folder = "Words.";

    private static readonly JsonSerializerOptions AsWritten = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyList<string> Tags { get; } =
    [
        .. typeof(WordsFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
    ];

    public static WordsFile Read(string tag)
    {
        using var stream = typeof(WordsFile).Assembly.GetManifestResourceStream($"{Folder}{tag}.json")!;
        return JsonSerializer.Deserialize<WordsFile>(stream, AsWritten)!;
    }
}
