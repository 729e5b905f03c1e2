using Kept.Domain.Plans;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Plans;

public sealed class PlanReviewTests
{
    private static PlanFindings Found { get; } = new()
    {
        Outcomes =
        [
            new OutcomeFinding(SamplePlan.Mornings.Id, Achieved.Yes, "On time 18 days of 20"),
            new OutcomeFinding(SamplePlan.Reading.Id, Achieved.NotYet, "Reads to an adult, not to a friend")
        ],
        Provisions = [new ProvisionFinding(SamplePlan.Greeting.Id, Helped.Yes, null)],
        ChildView = "I like the gate"
    };

    [Fact]
    public void A_review_says_for_each_outcome_and_provision_what_came_of_it_and_gives_the_plan_its_next_day()
    {
        var (plan, first) = SamplePlan.Published();

        var review = Hold(plan, first, Found).OrThrow();

        Assert.Equal((SamplePlan.Today.PlusDays(42), SamplePlan.Today.PlusDays(90)), (review.WasDueOn, plan.ReviewOn));
    }

    [Fact]
    public void Every_outcome_needs_an_answer_with_evidence()
    {
        var (plan, first) = SamplePlan.Published();
        var found = Found with { Outcomes = [Found.Outcomes[0] with { Evidence = " " }], Provisions = [] };

        Refused.With(Hold(plan, first, found), "what shows it", "Outcomes[0].Evidence");
        Assert.Equal(
            ["Outcomes[0].Evidence", "Outcomes[1].Achieved", "Outcomes[1].Evidence", "Provisions[0].Helped"],
            PlanReview.Wrong(first.Content, found.Tidied()).Select(w => w.Field));
    }

    [Theory]
    [InlineData(1, 90, "HeldOn")]
    [InlineData(-1, 90, "HeldOn")]
    [InlineData(0, 0, "NextOn")]
    [InlineData(0, 366, "NextOn")]
    public void It_was_held_while_the_plan_was_in_force_and_the_next_is_within_a_year(int held, int next, string field)
    {
        var (plan, first) = SamplePlan.Published();

        Refused.With(Hold(plan, first, Found, held, next), "Enter the day", field);
    }

    [Fact]
    public void The_next_version_starts_from_what_is_still_to_do()
    {
        var (plan, first) = SamplePlan.Published();
        var review = Hold(plan, first, Found).OrThrow();

        var next = review.Onward(first.Content);

        Assert.Equal([SamplePlan.Reading], next.Outcomes);
        Assert.Equal(("I like the gate", "Sundays are hard"), (next.ChildView, next.FamilyView));
        Assert.Equal((SamplePlan.Today, SamplePlan.Today, SamplePlan.Today.PlusDays(90)), (next.AssessedOn!.Value, next.From!.Value, next.ReviewOn!.Value));
    }

    private static Result<PlanReview> Hold(SupportPlan plan, PlanVersion version, PlanFindings found, int held = 0, int next = 90) => PlanReview.Hold(
        Id<PlanReview>.New(), plan, version, found, SamplePlan.Today.PlusDays(held), SamplePlan.Today.PlusDays(next), Nation.England, SamplePlan.Senco, SamplePlan.Now);
}
