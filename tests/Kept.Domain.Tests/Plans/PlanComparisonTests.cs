using Kept.Domain.Plans;

namespace Kept.Domain.Tests.Plans;

public sealed class PlanComparisonTests
{
    [Fact]
    public void An_outcome_is_known_again_when_it_has_moved_and_changed_its_words()
    {
        var later = SamplePlan.Content with { Outcomes = [SamplePlan.Reading, SamplePlan.Mornings with { What = "Arrives calm and by 8.50 every day" }] };

        var changed = PlanComparison.Of(SamplePlan.Content, later).Where(d => d.IsChanged);

        Assert.Equal([new PlanDifference("Short-term outcome", "Arrives calm and by 8.50 on four days in five", "Arrives calm and by 8.50 every day")], changed);
    }

    [Fact]
    public void What_is_new_and_what_is_gone_stand_among_their_own_kind()
    {
        var later = SamplePlan.Content with { Strengths = null, Barriers = "Noise", Provisions = [] };

        var changed = PlanComparison.Of(SamplePlan.Content, later).Where(d => d.IsChanged).ToList();

        Assert.Equal(["Strengths", "What makes learning hard", "Provision"], changed.Select(d => d.Title));
        Assert.Equal([null, "Noise", null], changed.Select(d => d.After));
        Assert.Equal("Met at the side gate\nDaily, 10 minutes, One to one\nBy Mr Wrona", changed[2].Before);
    }

    [Fact]
    public void The_same_needs_in_another_order_are_no_change()
    {
        var (before, after) = (SamplePlan.Content with { Needs = ["SEMH", "SLCN"] }, SamplePlan.Content with { Needs = ["SLCN", "SEMH"] });

        Assert.DoesNotContain(PlanComparison.Of(before, after), d => d.IsChanged);
        Assert.Equal(
            [new PlanDifference("Needs", "Social, emotional and mental health\nSpeech, language and communication needs", "Speech, language and communication needs")],
            PlanComparison.Of(before, after with { Needs = ["SLCN"] }).Where(d => d.IsChanged));
    }
}
