namespace Kept.Domain.Log;

/// <summary>An issue that somebody pasted whole: its beginning stays the issue, and every other word goes to the note.</summary>
public static class LongIssue
{
    /// <summary>A cut at the end of a sentence is worth having only where enough of the issue is left before it.</summary>
    private const int ShortestWithSense = 100;

    public static bool IsTooLong(string? issue) => Text.Tidy(issue)?.Length > EntryContent.IssueMaxLength;

    /// <summary>The same words, divided so that the issue is short enough. What the note said already comes first.</summary>
    public static (string? Issue, string? Note) MoveTheRest(string? issue, string? note)
    {
        if (!IsTooLong(issue))
        {
            return (issue, note);
        }

        var words = issue!.Trim();
        var cut = Cut(words);
        var rest = words[cut..].Trim();
        return (words[..cut].TrimEnd(), Text.TidyLines(note) is { } before ? $"{before}\n\n{rest}" : rest);
    }

    /// <summary>After a sentence or a line, else between two words, else where the room ends.</summary>
    private static int Cut(string words)
    {
        var between = 0;
        var sentence = 0;
        for (var at = 1; at <= EntryContent.IssueMaxLength; at++)
        {
            if (!char.IsWhiteSpace(words[at]))
            {
                continue;
            }

            between = at;
            sentence = words[at] is '\n' || words[at - 1] is '.' or '!' or '?' or '۔' or '؟' ? at : sentence;
        }

        return sentence >= ShortestWithSense ? sentence
            : between > 0 ? between
            : char.IsHighSurrogate(words[EntryContent.IssueMaxLength - 1]) ? EntryContent.IssueMaxLength - 1
            : EntryContent.IssueMaxLength;
    }
}
