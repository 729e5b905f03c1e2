using Kept.Domain.Coach;
using Kept.Domain.Plans;
using Kept.Domain.Tests.Coach;

namespace Kept.Domain.Tests.Plans;

public sealed class PlanAdviceTests
{
    private static CoachContext Context => SampleSchool.On("2026-05-05");

    [Theory]
    [InlineData("Improve confidence")]
    [InlineData("Develop resilience")]
    [InlineData("Better behaviour")]
    [InlineData("Make progress in reading")]
    [InlineData("Be happier at school")]
    public void An_outcome_that_nobody_could_see_is_asked_about(string what) =>
        Assert.Contains(Of(what), a => a.Field == "Outcomes[0].What" && a.Message.Contains("How would anybody see", StringComparison.Ordinal));

    [Theory]
    [InlineData("Arrives calm and by 8.50 on four days in five by July")]
    [InlineData("Asks for a break with the card instead of leaving the room")]
    [InlineData("Reads 60 words a minute from a Year 3 text")]
    [InlineData("Plays a board game with two friends to the end")]
    public void One_that_anybody_could_see_is_left_in_peace(string what) => Assert.Empty(Of(what));

    [Fact]
    public void A_plan_in_which_nobody_was_heard_is_asked_about() =>
        Assert.Equal(["ChildView", "FamilyView"], PlanAdvice.Of(SamplePlan.Content with { ChildView = null, FamilyView = null }, Context).Select(a => a.Field));

    private static IReadOnlyList<PlanAdvice> Of(string what) =>
        PlanAdvice.Of(SamplePlan.Content with { Outcomes = [SamplePlan.Mornings with { What = what }] }, Context);
}
