using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Plans;

/// <summary>A plan for mornings, as written on Tuesday 5 May.</summary>
internal static class SamplePlan
{
    public static readonly LocalDate Today = new(2026, 5, 5);
    public static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    public static readonly Id<Person> Senco = Id<Person>.New();

    public static PlanOutcome Mornings { get; } = new(Id<PlanOutcome>.New(), OutcomeTerm.ShortTerm, "Arrives calm and by 8.50 on four days in five");

    public static PlanOutcome Reading { get; } = new(Id<PlanOutcome>.New(), OutcomeTerm.LongTerm, "Reads a page aloud to a friend", new LocalDate(2026, 12, 1));

    public static PlanProvision Greeting { get; } = new(Id<PlanProvision>.New(), "Met at the side gate", "Mr Wrona", "Daily", "10 minutes", "One to one");

    public static PlanContent Content { get; } = new()
    {
        Strengths = "Funny, and kind to younger children",
        Matters = "His dog, and knowing what comes next",
        ChildView = "Mornings are loud",
        FamilyView = "Sundays are hard",
        Needs = ["SEMH"],
        Outcomes = [Mornings, Reading],
        Provisions = [Greeting],
        Strategies = ["Say what comes next"],
        Lead = new PlanLead(Id<Person>.New(), "Mr Tom Ellis"),
        From = Today,
        ReviewOn = Today.PlusDays(42)
    };

    public static SupportPlan Plan(PlanKind kind = PlanKind.SenSupport) => SupportPlan.Start(Id<School>.New(), Id<Pupil>.New(), kind, Senco, Now);

    public static (SupportPlan Plan, PlanVersion First) Published(PlanContent? content = null)
    {
        var plan = Plan();
        return (plan, plan.Publish(content ?? Content, null, null, null, Nation.England, Senco, Now).OrThrow());
    }
}
