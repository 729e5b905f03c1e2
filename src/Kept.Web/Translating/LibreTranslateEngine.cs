using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;

namespace Kept.Web.Translating;

/// <summary>LibreTranslate, on a machine of the school’s or of somebody who runs it for them.</summary>
internal sealed class LibreTranslateEngine(EngineSettings settings, IClock clock) : HttpEngine(settings, clock)
{
    private readonly string? key = settings.Key;

    public override string Name => "LibreTranslate";

    protected override HttpRequestMessage Asking(string words, string from, string to)
    {
        var asked = new Dictionary<string, string> { ["q"] = words, ["source"] = from, ["target"] = to, ["format"] = "text" };
        if (key is not null)
        {
            asked["api_key"] = key;
        }

        return new HttpRequestMessage(HttpMethod.Post, "translate") { Content = JsonContent.Create(asked) };
    }

    protected override string? Read(JsonElement answer) => answer.Text("translatedText");

    protected override async Task<EnginePairs?> AskForPairsAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "languages");
        using var answer = await GetAsync(request, cancel);
        return answer?.RootElement.Items() is { } languages
            ? new EnginePairs(
                (from language in languages
                 let source = language.Text("code")
                 where source is not null
                 from target in language.Items("targets") ?? []
                 where target.ValueKind is JsonValueKind.String
                 select new EnginePair(source, target.GetString()!)).ToHashSet(),
                LanguageCodes.Bcp47)
            : null;
    }
}
