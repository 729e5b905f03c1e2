using System.Security.Cryptography;
using System.Text;

namespace Kept.Domain.Translating;

/// <summary>Which words of what. The stored word of each is read from its name.</summary>
public enum WrittenKind
{
    ActionWhat,
    EntryIssue,
    EntrySaid,
    EntryNote,
    EnquiryAnswer,
    ConcernWords,
    AnswerMissing,
    ContributionWords,
    MessageWords,

    /// <summary>Any words of a plan: what is the same in the next version keeps its translation.</summary>
    PlanWords,
    PlanViewWords,
    PlanViewAnswer,

    /// <summary>What the school asks before a meeting, in its own words.</summary>
    QuestionWords
}

/// <summary>Something that somebody wrote, as it is now.</summary>
/// <param name="TextId">Of the thing that holds it: the action, the entry.</param>
/// <param name="Language">BCP 47 tag of the language it was written in.</param>
public readonly record struct WrittenText(WrittenKind Kind, Guid TextId, string Words, string Language)
{
    public const string English = "en";

    /// <summary>
    /// Of these very words. A translation is of the words that were translated: once they are corrected it fits no more, and is not shown.
    /// </summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Language}\n{Words}")));

    /// <summary>Whether who reads the one language reads the other: "pt-BR" and "pt", and not two scripts.</summary>
    public static bool IsRead(string language, string by)
    {
        var (one, other) = (language.Split('-'), by.Split('-'));
        return one[0].Equals(other[0], StringComparison.OrdinalIgnoreCase) && Script(one).Equals(Script(other), StringComparison.OrdinalIgnoreCase);
    }

    private static string Script(string[] parts)
    {
        const int script = 4;
        return parts.Length > 1 && parts[1].Length == script ? parts[1] : "";
    }
}
