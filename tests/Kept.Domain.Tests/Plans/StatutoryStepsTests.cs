using Kept.Domain.Plans;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Plans;

/// <summary>The steps of domain.md 1.2, in calendar weeks from the meeting.</summary>
public sealed class StatutoryStepsTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);

    [Fact]
    public void The_steps_are_counted_from_the_meeting()
    {
        var steps = StatutorySteps.Of(new EhcpSummary { MeetingOn = new(2026, 6, 15) }, "4", Nation.England, Today);

        Assert.Equal<LocalDate>([new(2026, 6, 1), new(2026, 6, 1), new(2026, 6, 29), new(2026, 7, 13), new(2026, 9, 7)], steps.Select(s => s.By));
        Assert.Contains("9.176", steps[0].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_review_is_a_year_from_the_last_or_from_the_day_of_issue()
    {
        var issued = new EhcpSummary { IssuedOn = new(2025, 7, 1) };

        Assert.Equal(new LocalDate(2026, 7, 1), Assert.Single(StatutorySteps.Of(issued, "4", Nation.England, Today)).By);
        Assert.Equal(new LocalDate(2027, 3, 2), Assert.Single(StatutorySteps.Of(issued with { LastReviewOn = new(2026, 3, 2) }, "4", Nation.England, Today)).By);
    }

    [Theory]
    [InlineData("6", "2025-10-01", 2026, 2, 15)]
    [InlineData("6", "2026-05-05", 2026, 2, 15)]
    [InlineData("11", "2026-09-01", 2027, 3, 31)]
    [InlineData("N2", "2026-01-09", 2026, 2, 15)]
    public void In_a_year_of_a_move_the_plan_is_amended_before_it(string year, string today, int y, int m, int d)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value;

        Assert.Equal(new LocalDate(y, m, d), Assert.Single(StatutorySteps.Of(new EhcpSummary(), year, Nation.England, on)).By);
    }

    [Fact]
    public void A_nation_without_EHC_plans_has_none_of_the_steps() =>
        Assert.Empty(StatutorySteps.Of(new EhcpSummary { MeetingOn = Today, IssuedOn = Today }, "6", Nation.Scotland, Today));
}
