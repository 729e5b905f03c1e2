using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Schools;

public sealed class CalendarRulesTests
{
    private static readonly CalendarPeriod Autumn = new(PeriodKind.Term, new(2026, 9, 1), new(2026, 12, 18), "Autumn term");
    private static readonly CalendarPeriod HalfTerm = new(PeriodKind.HalfTerm, new(2026, 10, 26), new(2026, 10, 30), "Autumn half-term");

    [Fact]
    public void Terms_that_overlap_are_refused_by_name()
    {
        var refusal = CalendarRules.RefusalOf(Autumn with { From = new(2026, 12, 18), To = new(2027, 3, 20), Title = "Spring term" }, [Autumn]);

        Assert.Equal("This overlaps Autumn term, 1 September to 18 December 2026. Change the days, or remove that one first", refusal?.Sentence);
        Assert.Equal("From", refusal?.Field);
    }

    [Fact]
    public void A_term_may_begin_the_day_after_another_ends() =>
        Assert.Null(CalendarRules.RefusalOf(Autumn with { From = new(2026, 12, 19), To = new(2027, 3, 20) }, [Autumn]));

    [Fact]
    public void The_same_period_twice_is_refused() =>
        Assert.StartsWith("Autumn term, 1 September to 18 December 2026 is already", CalendarRules.RefusalOf(Autumn, [Autumn])?.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_half_term_must_lie_within_a_term()
    {
        Assert.Null(CalendarRules.RefusalOf(HalfTerm, [Autumn]));
        Assert.NotNull(CalendarRules.RefusalOf(HalfTerm, []));
        Assert.NotNull(CalendarRules.RefusalOf(HalfTerm with { From = new(2026, 12, 14), To = new(2026, 12, 21) }, [Autumn]));
    }

    [Theory]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-12-18", true)]
    [InlineData("2026-08-25", true)]
    [InlineData("2026-08-24", false)]
    [InlineData("2026-12-21", false)]
    public void An_INSET_day_is_within_a_term_or_just_before_it(string day, bool allowed)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

        Assert.Equal(allowed, CalendarRules.RefusalOf(new(PeriodKind.Inset, on, on, "INSET day"), [Autumn]) is null);
    }

    [Fact]
    public void A_closure_or_bank_holiday_may_be_any_day()
    {
        LocalDate christmas = new(2026, 12, 25);

        Assert.Null(CalendarRules.RefusalOf(new(PeriodKind.BankHoliday, christmas, christmas, "Christmas Day"), [Autumn]));
        Assert.Null(CalendarRules.RefusalOf(new(PeriodKind.Closure, christmas, christmas, "Closed"), []));
    }

    [Fact]
    public void A_term_cannot_go_while_its_half_term_stands()
    {
        var refusal = CalendarRules.RefusalToLose(Autumn, null, [HalfTerm]);

        Assert.Equal("Autumn half-term, 26 to 30 October 2026 would then be in no term. Remove it first", refusal?.Sentence);
        Assert.Null(CalendarRules.RefusalToLose(Autumn, null, []));
    }

    [Fact]
    public void A_term_may_change_while_its_half_term_still_fits()
    {
        Assert.Null(CalendarRules.RefusalToLose(Autumn, Autumn with { To = new(2026, 12, 17) }, [HalfTerm]));
        Assert.NotNull(CalendarRules.RefusalToLose(Autumn, Autumn with { To = new(2026, 10, 28) }, [HalfTerm]));
    }

    [Fact]
    public void A_year_is_carried_forward_by_whole_weeks_without_its_snow()
    {
        CalendarPeriod snow = new(PeriodKind.Closure, new(2027, 1, 22), new(2027, 1, 22), "Snow");

        var next = CalendarShape.Forward([Autumn, HalfTerm, snow], new AcademicYear(2026), Nation.England);

        Assert.Contains(HalfTerm with { From = new(2027, 10, 25), To = new(2027, 10, 29) }, next);
        Assert.Contains(next, p => p is { Kind: PeriodKind.BankHoliday, Title: "Good Friday" } && p.From == new LocalDate(2028, 4, 14));
        Assert.DoesNotContain(next, p => p.Kind is PeriodKind.Closure);
    }

    [Fact]
    public void Each_nation_has_its_own_bank_holidays()
    {
        AcademicYear year = new(2026);

        Assert.Contains(BankHolidays.In(year, Nation.Scotland), h => h.Title.StartsWith("St Andrew", StringComparison.Ordinal));
        Assert.DoesNotContain(BankHolidays.In(year, Nation.Wales), h => h.Title.StartsWith("St Andrew", StringComparison.Ordinal));
    }

    [Fact]
    public void A_school_year_runs_from_August()
    {
        Assert.Equal("2026/27", AcademicYear.Of(new(2026, 11, 22)).ToString());
        Assert.Equal("2025/26", AcademicYear.Of(new(2026, 7, 31)).ToString());
        Assert.Equal("1999/00", new AcademicYear(1999).ToString());
    }
}
