using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>What must hold between the periods of a school's calendar, so that the clock can rely on it.</summary>
public static class CalendarRules
{
    /// <summary>An INSET day before term stands this close to its first day.</summary>
    private const int DaysBeforeTerm = 7;

    /// <summary>Why a period cannot stand beside the others; null where it can.</summary>
    public static Refusal? RefusalOf(CalendarPeriod period, IReadOnlyCollection<CalendarPeriod> others)
    {
        if (others.FirstOrDefault(o => o.Kind == period.Kind && Meet(o, period)) is { } already)
        {
            return new Refusal(
                already.From == period.From && already.To == period.To
                    ? $"{Described(already)} is already in the calendar"
                    : $"This overlaps {Described(already)}. Change the days, or remove that one first",
                nameof(CalendarPeriod.From));
        }

        return period.Kind switch
        {
            PeriodKind.HalfTerm when !others.Any(o => IsTerm(o) && o.From <= period.From && period.To <= o.To) =>
                new Refusal("A half-term must lie within a term. Add the term first, or check the days", nameof(CalendarPeriod.From)),
            PeriodKind.Inset when !others.Any(o => IsTerm(o) && o.From.PlusDays(-DaysBeforeTerm) <= period.From && period.To <= o.To) =>
                new Refusal("An INSET day must be within a term, or in the week before it starts", nameof(CalendarPeriod.From)),
            _ => null
        };
    }

    /// <summary>Why a period cannot go, or be replaced by <paramref name="gained"/>: something would be left without its term.</summary>
    /// <param name="lost">The period as it stands.</param>
    /// <param name="gained">What comes in its place; null where it is removed.</param>
    /// <param name="others">Everything else in the calendar.</param>
    public static Refusal? RefusalToLose(CalendarPeriod lost, CalendarPeriod? gained, IReadOnlyCollection<CalendarPeriod> others)
    {
        if (!IsTerm(lost))
        {
            return null;
        }

        List<CalendarPeriod> left = gained is null ? [.. others] : [.. others, gained];
        var stray = others.FirstOrDefault(o =>
            o.Kind is PeriodKind.HalfTerm or PeriodKind.Inset
            && RefusalOf(o, [.. left.Where(other => other != o)]) is not null);
        return stray is null
            ? null
            : new Refusal($"{Described(stray)} would then be in no term. Remove it first", nameof(CalendarPeriod.From));
    }

    /// <summary>"Autumn half-term, 26 to 30 October 2026".</summary>
    public static string Described(CalendarPeriod period) => $"{period.Title}, {WrittenDate.InWords(period.From, period.To)}";

    private static bool IsTerm(CalendarPeriod period) => period.Kind is PeriodKind.Term;

    private static bool Meet(CalendarPeriod one, CalendarPeriod other) => one.From <= other.To && other.From <= one.To;
}
