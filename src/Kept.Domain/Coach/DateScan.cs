using System.Text.RegularExpressions;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>
/// Reads a line for dates, the most particular wording first. What one reader has understood is hidden
/// from the next, so that "Friday 1 May" is not also a Friday.
/// </summary>
internal sealed partial class DateScan(string plain, LocalDate on, SchoolCalendar calendar)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>No wording before a date that changes its meaning is longer than this.</summary>
    private const int LongestLead = 60;

    private readonly string plain = plain;
    private string left = plain;

    public LocalDate On { get; } = on;

    public SchoolCalendar Calendar { get; } = calendar;

    public List<FoundDate> Found { get; } = [];

    public void Hide(Regex wording) => left = wording.Replace(left, m => new string(LineText.Hidden, m.Length));

    public void Each(Regex wording, Func<Match, FoundDate?> read)
    {
        var seen = left;
        foreach (Match match in wording.Matches(seen))
        {
            if (read(match) is { } found)
            {
                var whole = WithLead(found);
                left = LineText.Hide(left, whole.Span);
                Found.Add(whole);
            }
        }
    }

    /// <summary>Whether only "and", "to" or the like stands between two dates.</summary>
    public bool RunsOn(int from, int to) => to >= from && to - from < 8 && Joint().IsMatch(plain[from..to]);

    /// <summary>"the Tuesday of the first week back": a day within a week that has been read already.</summary>
    public bool IsPartOf(int from, int to) => to >= from && to - from <= 4 && plain[from..to].Trim() is "of" or "in" or "" or ",";

    /// <summary>The words before a date say what part it plays, and may move it: "a week on Monday", "w/c 4 May".</summary>
    private FoundDate WithLead(FoundDate found)
    {
        if (found.Part is DatePart.Length)
        {
            return found;
        }

        found = Moved(found);
        var from = Math.Max(0, found.Span.Start - LongestLead);
        var lead = plain[from..found.Span.Start];
        var match = Preposition().Match(lead);
        if (!match.Success)
        {
            return found;
        }

        var start = from + match.Index;
        var part = match.Groups["deadline"].Success ? DatePart.Deadline : match.Groups["start"].Success ? DatePart.Start : found.Part;
        return found with { Span = new TextSpan(start, found.Span.End - start), Part = part };
    }

    private FoundDate Moved(FoundDate found)
    {
        var from = Math.Max(0, found.Span.Start - LongestLead);
        var lead = left[from..found.Span.Start];
        var match = Mover().Match(lead);
        if (!match.Success || found.On is not { } on)
        {
            return found;
        }

        var start = from + match.Index;
        var moved = match.Groups["week"].Success
            ? DateWords.FridayOfWeek(on)
            : match.Groups["ending"].Success ? on : Lengths.Count(match, Calendar)(on);
        return found with { Span = new TextSpan(start, found.Span.End - start), On = moved, After = false };
    }

    [GeneratedRegex(@"^\s*(?:and|to|or|-|,|&|/)\s*$", Options, 5000)]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"(?:\b(?<deadline>between\s+now\s+and|from\s+now\s+(?:un)?til|by|before|until|till|'?til|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|due(?:\s+(?:by|on))?|up\s+to|through\s+to|prior\s+to|ahead\s+of|in\s+time\s+for|deadline:?|review(?:ed)?(?:\s+date)?:|due:)"
        + @"|\b(?<start>from|starting(?:\s+(?:on|from))?|beginning(?:\s+(?:on|from))?|commencing(?:\s+on)?|as\s+(?:of|from)|since|dated)"
        + @"|\b(?<other>throughout|on|in|at|over|during|for|after|within))(?:\s+(?:the|this))?\s*$",
        Options, 5000)]
    private static partial Regex Preposition();

    [GeneratedRegex(
        @"(?:\b(?:in\s+|for\s+|during\s+)?(?:the\s+)?(?:(?<week>w/c|w/b|wc|wb|w\.c\.|week\s+(?:beginning|commencing|starting|of))|(?<ending>w/e|week\s+ending))"
        + @"|\b(?:for\s+|in\s+)?(?<n>" + DateWords.Number + @")[\s-]+(?<unit>weeks?|wks?|fortnight|days?|months?)(?:\s+(?:on|from|after|following|starting|before))?(?:\s+the)?)\s*$",
        Options, 5000)]
    private static partial Regex Mover();
}
