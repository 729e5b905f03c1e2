using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.People;

/// <summary>Rule 15: who decides, with date and evidence.</summary>
public sealed class WhoDecidesTests
{
    private static readonly LocalDate Today = new(2026, 11, 27);

    private readonly Pupil aisha =
        Pupil.Enrol(Id<School>.New(), new PupilDetails($"{Upn.CheckLetter("-801801899001")}801801899001", "Aisha", "Khan", null, new(2010, 5, 3), "12", null, SenProvision.None, [])).OrThrow();

    private readonly Relationship mother;

    public WhoDecidesTests() => mother = new()
    {
        Id = Id<Relationship>.New(),
        SchoolId = aisha.SchoolId,
        PupilId = aisha.Id,
        CarerId = Id<Person>.New(),
        Kind = "mother"
    };

    [Fact]
    public void It_needs_the_day_the_evidence_and_whoever_decides_for_them()
    {
        Assert.Equal("DecidedOn", Refused(Decider.YoungPerson, null, "Said so", null));
        Assert.Equal("DecidedOn", Refused(Decider.YoungPerson, null, "Said so", Today.PlusDays(1)));
        Assert.Equal("Evidence", Refused(Decider.YoungPerson, null, " ", Today));
        Assert.Equal("RepresentativeId", Refused(Decider.Representative, null, "Assessed", Today));
        Assert.True(aisha.AsksWhoDecidesOn(Today, Nation.England));
    }

    [Fact]
    public void Nobody_decides_for_them_whom_a_court_order_restricts()
    {
        mother.Restrict(ContactRestriction.Limited, "Reports only", "ZC1", null).OrThrow();
        Assert.Equal("RepresentativeId", Refused(Decider.Representative, mother, "Assessed", Today));
    }

    [Fact]
    public void Once_it_is_written_down_nothing_waits_for_it()
    {
        var decision = WhoDecides.Record(Id<WhoDecides>.New(), aisha, Decider.Representative, mother, "Assessment of 12 May, read", Today, Today, Nation.England, Id<Person>.New(), default).OrThrow();

        Assert.Equal(mother.CarerId, decision.RepresentativeId);
        Assert.False(aisha.AsksWhoDecidesOn(Today, Nation.England));
    }

    [Fact]
    public void A_carer_whom_the_young_person_does_not_want_told_may_not_be_told()
    {
        mother.Heed(mayBeTold: false);
        Assert.False(mother.MayBeToldOn(Today));
        Assert.False(mother.IsRestrictedOn(Today));
        Assert.False(Relationship.ToldOn(Today).Compile()(mother));
        Assert.StartsWith("the young person", mother.WhyNotTold(Today), StringComparison.Ordinal);

        mother.Heed(mayBeTold: true);
        Assert.True(mother.MayBeToldOn(Today));
    }

    [Fact]
    public void Who_decides_for_them_is_told_in_any_case_and_the_others_as_they_wish()
    {
        var father = new Relationship { Id = Id<Relationship>.New(), SchoolId = aisha.SchoolId, PupilId = aisha.Id, CarerId = Id<Person>.New(), Kind = "father" };
        var decision = WhoDecides.Record(Id<WhoDecides>.New(), aisha, Decider.Representative, mother, "Assessment of 12 May, read", Today, Today, Nation.England, Id<Person>.New(), default).OrThrow();

        Assert.Equal(father.CarerId, Assert.Single(decision.Heed([mother, father], [])).CarerId);
        Assert.Equal((true, false), (mother.MayBeToldOn(Today), father.MayBeToldOn(Today)));
        Assert.Equal(father.CarerId, Assert.Single(decision.Heed([mother, father], [father.CarerId])).CarerId);
        Assert.True(father.MayBeToldOn(Today));
    }

    [Fact]
    public void A_carer_who_comes_after_it_is_decided_is_not_told_until_they_are_asked_about()
    {
        mother.BeginFor(aisha);
        Assert.True(mother.MayBeToldOn(Today));

        aisha.LeadIsDecided(Today);
        mother.BeginFor(aisha);
        Assert.False(mother.MayBeToldOn(Today));
        Assert.True(Relationship.KnowsNothingOn(Today).Compile()(mother));
    }

    private string? Refused(Decider decider, Relationship? representative, string evidence, LocalDate? on) =>
        WhoDecides.Record(Id<WhoDecides>.New(), aisha, decider, representative, evidence, on, Today, Nation.England, Id<Person>.New(), default).Refused(out var refusal)
            ? refusal.Field
            : throw new InvalidOperationException("It was taken.");
}
