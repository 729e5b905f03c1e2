using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.MovingUp;

/// <summary>
/// The whole school moves up into one school year: planned, looked at, then carried out pupil by pupil. There is one for each year, and
/// no pupil moves twice in it.
/// </summary>
public sealed class YearMove : IBelongsToSchool
{
    private const int MonthsBefore = 2;
    private const int MonthsAfter = 3;

    public required Id<YearMove> Id { get; init; }
    public required Id<School> SchoolId { get; init; }

    /// <summary>The calendar year in which the new school year starts; see <see cref="AcademicYear.Starts"/>.</summary>
    public required int Into { get; init; }

    public required Id<Person> PlannedById { get; init; }
    public required Instant PlannedAt { get; init; }

    /// <summary>Whoever is in this year group leaves; null where nobody does.</summary>
    public string? TopYear { get; private set; }

    /// <summary>The leavers' last day on roll.</summary>
    public LocalDate LastDay { get; private set; }

    public Id<Person>? StartedById { get; private set; }
    public Instant? StartedAt { get; private set; }
    public Instant? FinishedAt { get; private set; }

    /// <summary>Raised with every change: two who plan at once do not overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    public AcademicYear Year => new(Into);

    public bool IsRunning => StartedAt is not null && FinishedAt is null;

    /// <summary>The year to come; in its first three months still the one that has begun, since some move up in September.</summary>
    public static AcademicYear YearFor(LocalDate today) =>
        AcademicYear.Of(today) is var year && today < year.From.PlusMonths(MonthsAfter) ? year : year.Next;

    public static YearMove Plan(Id<School> school, AcademicYear into, Id<Person> by, Instant at) => new()
    {
        Id = Id<YearMove>.New(),
        SchoolId = school,
        Into = into.Starts,
        PlannedById = by,
        PlannedAt = at,
        LastDay = into.Before.To
    };

    /// <summary>Takes who leaves and when. What has begun is changed no more.</summary>
    public Result<YearMovePlanned> Settle(string? topYear, LocalDate? lastDay)
    {
        if (StartedAt is not null)
        {
            return Begun;
        }

        if (topYear is { Length: > 0 } && YearGroups.Read(topYear) is null)
        {
            return new Refusal("Choose the year group that leaves", nameof(TopYear));
        }

        if (lastDay is not { } last || last < Year.Before.From || last > Year.Before.To.PlusMonths(1))
        {
            return new Refusal($"Enter the leavers’ last day, in the school year {Year.Before}", nameof(LastDay));
        }

        TopYear = topYear is { Length: > 0 } ? YearGroups.Read(topYear) : null;
        LastDay = last;
        Version++;
        return new YearMovePlanned(Id);
    }

    /// <summary>The first day on which it may begin: it takes effect at once, so not long before the year ends.</summary>
    public static LocalDate StartsFrom(AcademicYear into) => into.From.PlusMonths(-MonthsBefore);

    public Result<YearMoveStarted> Start(Id<Person> by, LocalDate today, Instant at)
    {
        if (StartedAt is not null)
        {
            return Begun;
        }

        if (today < StartsFrom(Year))
        {
            return new Refusal($"It is too early: pupils move at once. Start on {StartsFrom(Year).InWords()} or later, best when the last school day is over");
        }

        StartedById = by;
        StartedAt = at;
        Version++;
        return new YearMoveStarted(Id);
    }

    /// <summary>One pupil moves up, or leaves from the top year.</summary>
    /// <param name="pupil">On roll.</param>
    /// <param name="line">What becomes of the pupil's class; null for a pupil without one.</param>
    /// <param name="by">Who carries it out.</param>
    /// <param name="at">When.</param>
    public Result<MovedPupil> Move(Pupil pupil, ClassMove? line, Id<Person> by, Instant at)
    {
        if (!IsRunning)
        {
            return new Refusal("This move is not running. Reload the page to see what happened");
        }

        var (year, className) = (pupil.YearGroup, pupil.ClassName);
        IRecordEvent happened;
        if (pupil.YearGroup == TopYear)
        {
            happened = pupil.Leave(LastDay);
        }
        else if (pupil.MoveUp(line?.To).Allowed(out var moved, out var refused))
        {
            happened = moved;
        }
        else
        {
            return refused;
        }

        return new MovedPupil(happened, new PupilMove
        {
            Id = Id<PupilMove>.New(),
            SchoolId = SchoolId,
            PupilId = pupil.Id,
            YearMoveId = Id,
            FromYear = year,
            FromClass = className,
            ToYear = pupil.LeftOn is null ? pupil.YearGroup : null,
            ToClass = pupil.LeftOn is null ? pupil.ClassName : null,
            ById = by,
            At = at
        });
    }

    /// <summary>Nobody is left to move; null where it is not running.</summary>
    public YearMoveFinished? Finish(Instant at)
    {
        if (!IsRunning)
        {
            return null;
        }

        FinishedAt = at;
        Version++;
        return new YearMoveFinished(Id);
    }

    private static Refusal Begun => new("This move has begun already. Reload the page to see how far it is");
}

/// <summary>What happened to one pupil, with the row that keeps them from moving twice.</summary>
public sealed record MovedPupil(IRecordEvent Happened, PupilMove Row);
