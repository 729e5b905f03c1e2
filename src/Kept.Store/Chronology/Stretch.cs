using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Chronology;

/// <summary>What of a pupil’s chronology is asked for.</summary>
public sealed record ChronicleAsk(Id<Pupil> Pupil)
{
    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }

    /// <summary>Only what this person did, said, or was given to do.</summary>
    public Id<Person>? Person { get; init; }

    /// <summary>The words of the kinds; empty for all.</summary>
    public IReadOnlyCollection<string> Kinds { get; init; } = [];

    public bool OldestFirst { get; init; }
}

/// <summary>A row with its place in the story, for things of which the day is kept.</summary>
internal sealed class Dated<T>
{
    public T Row { get; init; } = default!;
    public LocalDate Day { get; init; }
    public Instant At { get; init; }
    public Id<T> Id { get; init; }
}

/// <summary>A row with its place in the story, for things of which the moment is kept.</summary>
internal sealed class Timed<T>
{
    public T Row { get; init; } = default!;
    public Instant At { get; init; }
    public Id<T> Id { get; init; }
}

/// <summary>The next so many lines of one kind, after a mark: every kind is cut by the same knife, so that together they page as one.</summary>
internal sealed record Stretch(ChronicleAsk Ask, ChronicleMark? After, int Most)
{
    public Id<Pupil> Pupil => Ask.Pupil;

    public Id<Person>? Person => Ask.Person;

    public IQueryable<T> Of<T>(IQueryable<Dated<T>> rows)
    {
        if (Ask.From is { } from)
        {
            rows = rows.Where(r => r.Day >= from);
        }

        if (Ask.To is { } to)
        {
            rows = rows.Where(r => r.Day <= to);
        }

        if (After is { } mark)
        {
            var (day, at, id) = (mark.Day, mark.At, new Id<T>(mark.Id));

            // The first condition follows from the second; it is what an index by day can use.
            rows = Ask.OldestFirst
                ? rows.Where(r => r.Day >= day && (r.Day > day || r.At > at || (r.At == at && r.Id > id)))
                : rows.Where(r => r.Day <= day && (r.Day < day || r.At < at || (r.At == at && r.Id < id)));
        }

        var ordered = Ask.OldestFirst
            ? rows.OrderBy(r => r.Day).ThenBy(r => r.At).ThenBy(r => r.Id)
            : rows.OrderByDescending(r => r.Day).ThenByDescending(r => r.At).ThenByDescending(r => r.Id);
        return ordered.Take(Most).Select(r => r.Row);
    }

    public IQueryable<T> Of<T>(IQueryable<Timed<T>> rows)
    {
        if (Ask.From is { } from)
        {
            var begins = StartOf(from);
            rows = rows.Where(r => r.At >= begins);
        }

        if (Ask.To is { } to)
        {
            var ends = StartOf(to.PlusDays(1));
            rows = rows.Where(r => r.At < ends);
        }

        if (After is { } mark)
        {
            rows = Beyond(rows, mark);
        }

        var ordered = Ask.OldestFirst ? rows.OrderBy(r => r.At).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id);
        return ordered.Take(Most).Select(r => r.Row);
    }

    /// <summary>
    /// The mark’s moment may lie outside the mark’s day, for what was written down later. A moment of that day is then before it or
    /// after it altogether.
    /// </summary>
    private IQueryable<Timed<T>> Beyond<T>(IQueryable<Timed<T>> rows, ChronicleMark mark)
    {
        var (begins, ends) = (StartOf(mark.Day), StartOf(mark.Day.PlusDays(1)));
        if (mark.At < begins || mark.At >= ends)
        {
            var edge = mark.At < begins ? begins : ends;
            return Ask.OldestFirst ? rows.Where(r => r.At >= edge) : rows.Where(r => r.At < edge);
        }

        var (at, id) = (mark.At, new Id<T>(mark.Id));
        return Ask.OldestFirst
            ? rows.Where(r => r.At >= at && (r.At > at || r.Id > id))
            : rows.Where(r => r.At <= at && (r.At < at || r.Id < id));
    }

    public static ChronicleMark MarkOf<T>(Instant at, Id<T> id) => new(at.InZone(School.Zone).Date, at, id.Value);

    private static Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(School.Zone).ToInstant();
}
