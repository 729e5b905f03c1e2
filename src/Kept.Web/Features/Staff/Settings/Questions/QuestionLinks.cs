using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.Features.Staff.Settings.Questions;

/// <summary>Where the pages about the questions are, and what one tells the next.</summary>
internal static class QuestionLinks
{
    public const string All = "/settings/questions";

    private const string SaidKey = "Kept.Questions.Said";
    private const string BeforeKey = "Kept.Questions.Before";
    private const string VersionKey = "Kept.Questions.Version";

    public static string Write => $"{All}/write";

    public static string Reword(string key) => $"{Write}?of={key}";

    public static string WriteOf(string? key) => key is null ? Write : Reword(Uri.EscapeDataString(key));

    /// <summary>Keeps nothing.</summary>
    public static string LookOf(string? key) => $"{Write}?handler=Look{(key is null ? "" : $"&of={Uri.EscapeDataString(key)}")}";

    public static string Seen(string language) => $"{All}?in={language}#seen";

    public static string Translate(string language) => $"{All}/languages/{language}";

    /// <summary>What was done, and how the questions stood before it, while it can still be undone with one press.</summary>
    public static void Done(this ITempDataDictionary next, string sentence, string before, int version) =>
        (next[SaidKey], next[BeforeKey], next[VersionKey]) = (sentence, before, version);

    public static (string Sentence, string Before, int Version)? LastDone(this ITempDataDictionary told) =>
        told[SaidKey] is string sentence && told[BeforeKey] is string before && told[VersionKey] is int version ? (sentence, before, version) : null;
}
