using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Plans;

public sealed class SupportPlanTests
{
    [Fact]
    public void Publishing_makes_a_version_and_sets_what_is_in_force()
    {
        var (plan, first) = SamplePlan.Published();

        Assert.Equal((1, 1, SamplePlan.Content.ReviewOn, SamplePlan.Content.Lead!.Id), (plan.Current, first.Number, plan.ReviewOn, plan.LeadId!.Value));
        Assert.Equal("Arrives calm and by 8.50 on four days in five", first.KeyOutcome);
    }

    [Fact]
    public void A_second_version_needs_a_reason_and_a_difference()
    {
        var (plan, first) = SamplePlan.Published();
        var changed = SamplePlan.Content with { Matters = "His dog" };

        Refused.With(Publish(plan, changed, first, " "), "Say why", "Reason");
        Refused.With(Publish(plan, SamplePlan.Content, first, "No reason"), "Nothing is different");
        var second = Publish(plan, changed, first, "He said so").OrThrow();

        Assert.Equal((2, 2, "He said so"), (plan.Current, second.Number, second.Reason));
        Assert.Equal("His dog, and knowing what comes next", first.Content.Matters);
    }

    [Fact]
    public void A_version_that_somebody_else_replaced_meanwhile_is_not_published_over()
    {
        var (plan, first) = SamplePlan.Published();
        Publish(plan, SamplePlan.Content with { Matters = "His dog" }, first, "He said so").OrThrow();

        Refused.With(Publish(plan, SamplePlan.Content with { Matters = "Cats" }, first, "She said so"), "Somebody else has published");
    }

    [Fact]
    public void A_plan_says_what_is_different_given_by_whom_and_looked_at_when()
    {
        var wrong = PlanRules.Wrong(new PlanContent().Tidied(PlanKind.Individual), PlanKind.Individual, Nation.England);

        Assert.Equal(["Outcomes[0].What", "Provisions[0].What", "Lead", "Layer", "From"], wrong.Select(w => w.Field));
    }

    [Fact]
    public void Each_line_of_provision_says_what_who_and_how_often()
    {
        var content = SamplePlan.Content with { Provisions = [SamplePlan.Greeting with { Who = "", HowOften = " " }] };

        var wrong = PlanRules.Wrong(content.Tidied(PlanKind.SenSupport), PlanKind.SenSupport, Nation.England);

        Assert.Equal(["Provisions[0].Who", "Provisions[0].HowOften"], wrong.Select(w => w.Field));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_review_is_after_the_plan_begins_and_within_a_year(int days, bool allowed)
    {
        var content = SamplePlan.Content with { ReviewOn = SamplePlan.Today.PlusDays(days) };

        Assert.Equal(allowed, PlanRules.Wrong(content, PlanKind.SenSupport, Nation.England).Count == 0);
    }

    [Fact]
    public void A_plan_that_the_family_reads_names_no_safeguarding_record_and_nothing_of_another_child()
    {
        var entry = Entry(Visibility.Safeguarding);

        Refused.With(PlanCause.Of(entry, entry.PupilId), "safeguarding", "Cause");
        Refused.With(PlanCause.Of(Entry(Visibility.Family), Id<Pupil>.New()), "not about this child", "Cause");
        var told = Entry(Visibility.SendTeam);
        Assert.Equal(new PlanCause(CauseKind.Entry, told.Id.Value), PlanCause.Of(told, told.PupilId).OrThrow());
    }

    private static Result<PlanVersion> Publish(SupportPlan plan, PlanContent content, PlanVersion was, string? reason) =>
        plan.Publish(content, was, null, reason, Nation.England, SamplePlan.Senco, SamplePlan.Now);

    private static LogEntry Entry(Visibility visibility) => LogEntry.Keep(
        Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(),
        new EntryContent { HappenedOn = SamplePlan.Today, Channel = Channel.Phone, Issue = "Tearful on Mondays", Visibility = visibility },
        null, false, SamplePlan.Senco, SamplePlan.Now).OrThrow();
}
