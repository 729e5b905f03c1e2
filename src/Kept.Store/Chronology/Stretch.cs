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

    /// <summary>The same, up to a day beyond which nothing is shown on this page.</summary>
    internal ChronicleAsk NoFurtherThan(LocalDate day) => OldestFirst
        ? this with { To = To is { } to && to < day ? to : day }
        : this with { From = From is { } from && from > day ? from : day };

    internal List<ChronicleLine> InOrder(IEnumerable<ChronicleLine> lines, int most) =>
        [.. (OldestFirst ? lines.OrderBy(l => l.Mark, ChronicleMark.InTime) : lines.OrderByDescending(l => l.Mark, ChronicleMark.InTime)).Take(most)];
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
/// <param name="Rank">The place of this kind among what was written down in one moment.</param>
internal sealed record Stretch(ChronicleAsk Ask, ChronicleMark? After, int Most, int Rank)
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
            rows = Beyond(rows, mark);
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

    public ChronicleMark MarkOf<T>(LocalDate day, Instant at, Id<T> id) => new(day, at, Rank, id.Value);

    public ChronicleMark MarkOf<T>(Instant at, Id<T> id) => new(at.InZone(School.Zone).Date, at, Rank, id.Value);

    /// <summary>The first condition follows from the second; it is what an index by day can use.</summary>
    private IQueryable<Dated<T>> Beyond<T>(IQueryable<Dated<T>> rows, ChronicleMark mark)
    {
        var (day, at, same, id) = (mark.Day, mark.At, SameMoment(mark), EdgeOf<T>(mark));
        return Ask.OldestFirst
            ? rows.Where(r => r.Day >= day && (r.Day > day || r.At > at || (same && r.At == at && r.Id > id)))
            : rows.Where(r => r.Day <= day && (r.Day < day || r.At < at || (same && r.At == at && r.Id < id)));
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

        var (at, same, id) = (mark.At, SameMoment(mark), EdgeOf<T>(mark));
        return Ask.OldestFirst
            ? rows.Where(r => r.At >= at && (r.At > at || (same && r.Id > id)))
            : rows.Where(r => r.At <= at && (r.At < at || (same && r.Id < id)));
    }

    /// <summary>Whether lines of this kind can still come that were written down in the mark’s moment.</summary>
    private bool SameMoment(ChronicleMark mark) => Rank == mark.Rank || (Ask.OldestFirst ? Rank > mark.Rank : Rank < mark.Rank);

    /// <summary>For the mark’s own kind, its id; for another kind, all of that moment are beyond it.</summary>
    private Id<T> EdgeOf<T>(ChronicleMark mark) => new(Rank == mark.Rank ? mark.Id : Ask.OldestFirst ? Guid.Empty : Guid.AllBitsSet);

    private static Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(School.Zone).ToInstant();
}
