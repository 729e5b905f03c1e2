using System.Globalization;
using Kept.Domain.Access;
using NodaTime;

namespace Kept.Store.Chronology;

/// <summary>
/// Where a line stands: by the day on which it happened, and within a day in the order in which things were written down.
/// </summary>
/// <param name="Rank">Of what was written down in one moment, what comes first: a conversation before what was agreed in it.</param>
public sealed record ChronicleMark(LocalDate Day, Instant At, int Rank, Guid Id)
{
    public static Comparer<ChronicleMark> InTime { get; } = Comparer<ChronicleMark>.Create((one, other) =>
        one.Day.CompareTo(other.Day) is var day and not 0 ? day
        : one.At.CompareTo(other.At) is var at and not 0 ? at
        : one.Rank.CompareTo(other.Rank) is var rank and not 0 ? rank
        : one.Id.CompareTo(other.Id));

    /// <summary>As an address carries it. It says nothing that the line itself does not show.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Day.ToDateOnly().DayNumber}.{At.ToUnixTimeTicks()}.{Rank}.{Id:N}");

    /// <summary>Null when it is none.</summary>
    public static ChronicleMark? Read(string? text) =>
        text?.Split('.') is [var day, var at, var rank, var id]
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < DateOnly.MaxValue.DayNumber
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < MostTicks
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var order)
        && Guid.TryParseExact(id, "N", out var which)
            ? new ChronicleMark(LocalDate.FromDateOnly(DateOnly.FromDayNumber(number)), Instant.FromUnixTimeTicks(ticks), order, which)
            : null;

    private static long MostTicks { get; } = Instant.FromUtc(9000, 1, 1, 0, 0).ToUnixTimeTicks();
}

/// <summary>One thing that happened, as the chronology tells it. Nobody types one: each is read from where it is kept.</summary>
/// <param name="Mark">When it happened, and its place among the others.</param>
/// <param name="Kind">Which kind of thing: the word of who tells it.</param>
/// <param name="Title">"Phone call with Ms Laura Bennett, mother".</param>
/// <param name="Source">The page that it comes from: "/entries/…".</param>
/// <param name="Visibility">The narrowest of what it is made of.</param>
public sealed record ChronicleLine(ChronicleMark Mark, string Kind, string Title, string Source, Visibility Visibility)
{
    /// <summary>The time of day, where it is known.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>Who wrote it down or did it.</summary>
    public string? By { get; init; }

    /// <summary>When it was written down; null where that is when it happened.</summary>
    public Instant? LoggedAt { get; init; }

    /// <summary>People’s own words, each after what it is: nothing for the main ones.</summary>
    public IReadOnlyList<Words> Words { get; init; } = [];

    /// <summary>What was said before it was corrected.</summary>
    public IReadOnlyList<Corrected> Corrections { get; init; } = [];

    /// <summary>Whether somebody is named in it who is neither the child nor on the staff.</summary>
    public bool NamesOthers { get; init; }

    /// <summary>Whether it is about other children as well, such as a report on a group.</summary>
    public bool IsAboutOthersToo { get; init; }
}

public sealed record Words(string? Label, string Text);

/// <summary>Old words, with who replaced them, when and why.</summary>
public sealed record Corrected(IReadOnlyList<string> Was, string By, Instant At, string Reason);
