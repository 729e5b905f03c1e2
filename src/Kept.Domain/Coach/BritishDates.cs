using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>When a line says that something is due, and which words said so.</summary>
/// <param name="Due">Null where no date was said, or none that the calendar knows.</param>
/// <param name="Words">The stretches of the text that are about dates, in order.</param>
/// <param name="Doubt">Where the words for when it is due give no day that can be meant: the day has to be asked for.</param>
public sealed record DateReading(LocalDate? Due, IReadOnlyList<TextSpan> Words, DateDoubt? Doubt);

/// <summary>Reads dates as they are said in a British school, by the school's own calendar. Day comes before month.</summary>
public static class BritishDates
{
    /// <summary>Finds when <paramref name="text"/> is due, if it was said on <paramref name="on"/>.</summary>
    public static DateReading Find(string text, LocalDate on, SchoolCalendar calendar)
    {
        var scan = new DateScan(LineText.Plain(text), on, calendar);
        WeekDates.HideRepeats(scan);
        CalendarDates.Find(scan);
        TermDates.Find(scan);
        WeekDates.FindMonths(scan);
        Lengths.Find(scan);
        WeekDates.Find(scan);
        var found = scan.Found.OrderBy(f => f.Span.Start).ToList();
        var due = Due(found, scan);
        return new DateReading(due?.On, [.. found.Select(f => f.Span)], due is null ? null : DateDoubt.Of(due, on));
    }

    /// <summary>A deadline is firmer than a length, a day with its month firmer than a weekday, and the first said firmer than the next.</summary>
    private static FoundDate? Due(List<FoundDate> found, DateScan scan)
    {
        // A day that does not exist counts like one that does: another must not be put in its place.
        var known = found.FindAll(f => f.On is not null || f.Exact);
        var length = known.Find(f => f.Part is DatePart.Length);
        if (length is { Count: not null } && Base(known, length) is { On: { } from } start)
        {
            var end = length with { On = length.Count(from) };
            known = [.. known.Select(f => f == length ? end : f).Where(f => f != start)];
        }

        var best = known.MaxBy(f => (Firmness(f), -f.Span.Start));
        return best is null ? null : Last(known, best, scan);
    }

    private static int Firmness(FoundDate found) => found switch
    {
        { Weak: true } => found.Part is DatePart.Deadline ? 2 : 1,
        { Part: DatePart.Deadline } => 6,
        { Part: DatePart.Mention, Exact: true } => 5,
        { Part: DatePart.Length } => 4,
        { Part: DatePart.Mention } => 3,
        _ => 2
    };

    /// <summary>Where a length is counted from: "from Monday", or a day that opens the line or stands beside the length.</summary>
    private static FoundDate? Base(List<FoundDate> known, FoundDate length) =>
        known.Find(f => f.Part is DatePart.Start)
        ?? known.Find(f => f.Part is DatePart.Mention && !f.Weak
            && (f.Span.Start < 3 || f.Span.Start - length.Span.End is 0 or 1 || length.Span.Start - f.Span.End is 0 or 1));

    /// <summary>"Monday and Tuesday", "from Monday to Friday": what runs on ends with the last.</summary>
    private static FoundDate Last(List<FoundDate> known, FoundDate best, DateScan scan)
    {
        var last = best;
        foreach (var next in known.Where(f => f.Span.Start > best.Span.Start && f.Part is not DatePart.Length))
        {
            if (!scan.RunsOn(last.Span.End, next.Span.Start))
            {
                break;
            }

            last = next;
        }

        return last;
    }
}
