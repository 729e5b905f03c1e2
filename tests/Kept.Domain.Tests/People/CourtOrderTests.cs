using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.People;

public sealed class CourtOrderTests
{
    private static readonly LocalDate Today = new(2026, 11, 27);
    private static readonly Id<Person> Senco = Id<Person>.New();
    private static readonly OrderDetails NoCalls = new(CourtOrderKind.ProhibitedSteps, "ZW26P00417", "No calls", ContactRestriction.NoContact, new(2026, 3, 3), null);

    private readonly Relationship father = new()
    {
        Id = Id<Relationship>.New(),
        SchoolId = Id<School>.New(),
        PupilId = Id<Pupil>.New(),
        CarerId = Id<Person>.New(),
        Kind = "father"
    };

    [Fact]
    public void An_order_says_what_staff_do_under_which_number_and_from_when()
    {
        Assert.Equal("Says", Refused(NoCalls with { Says = " " }).Field);
        Assert.Equal("Reference", Refused(NoCalls with { Reference = null }).Field);
        Assert.Equal("From", Refused(NoCalls with { From = null }).Field);
        Assert.Equal("Until", Refused(NoCalls with { Until = new(2026, 3, 2) }).Field);
    }

    [Fact]
    public void It_holds_from_its_first_day_to_its_last()
    {
        var order = Order(NoCalls with { Until = new(2026, 12, 18) });

        Assert.Equal([false, true, true, false], new LocalDate[] { new(2026, 3, 2), new(2026, 3, 3), new(2026, 12, 18), new(2026, 12, 19) }.Select(order.HoldsOn));
        Assert.True(order.End(new(2026, 11, 28), "discharged", Today).Refused(out var later) && later.Field == "EndedOn");
        Assert.True(order.End(new(2026, 11, 20), " ", Today).Refused(out var noWord) && noWord.Field == "EndedBecause");

        order.End(new(2026, 11, 20), "Discharged, order seen", Today).OrThrow();
        Assert.Equal([true, false], new LocalDate[] { new(2026, 11, 20), new(2026, 11, 21) }.Select(order.HoldsOn));
    }

    [Fact]
    public void A_carer_is_told_nothing_while_an_order_holds_and_again_when_it_ends()
    {
        var order = Order(NoCalls);
        father.Follow([order], Today);
        Assert.Equal((ContactRestriction.NoContact, "No calls", "ZW26P00417"), (father.Restriction, father.RestrictionReason, father.CourtOrderReference));
        Assert.False(father.MayBeToldOn(Today));

        order.End(new(2026, 11, 20), "Discharged, order seen", Today).OrThrow();
        father.Follow([order], Today);
        Assert.True(father.MayBeToldOn(Today));
        Assert.Null(father.RestrictionReason);
    }

    [Fact]
    public void An_order_to_come_takes_nothing_until_its_first_day()
    {
        father.Follow([Order(NoCalls with { From = new(2026, 12, 1) })], Today);

        Assert.True(father.MayBeToldOn(new(2026, 11, 30)));
        Assert.False(father.MayBeToldOn(new(2026, 12, 1)));
        Assert.Equal([true, false], new LocalDate[] { new(2026, 11, 30), new(2026, 12, 1) }.Select(day => Relationship.ToldOn(day).Compile()(father)));
    }

    [Fact]
    public void Of_several_the_strictest_counts_from_the_first_day_of_any_to_the_last_of_any()
    {
        father.Follow(
        [
            Order(NoCalls with { Restriction = ContactRestriction.Limited, From = new(2026, 1, 1), Until = new(2027, 12, 31), Says = "Reports only" }),
            Order(NoCalls with { Restriction = ContactRestriction.NoContact, From = new(2026, 6, 1), Until = new(2026, 12, 31) }),
            Order(NoCalls with { Restriction = ContactRestriction.None, Until = null, Says = "Lives with the mother" }),
            Order(NoCalls with { Restriction = ContactRestriction.NoContact, From = new(2020, 1, 1), Until = new(2021, 1, 1) })
        ], Today);

        Assert.Equal(
            (ContactRestriction.NoContact, "No calls", new LocalDate(2026, 1, 1), new LocalDate(2027, 12, 31)),
            (father.Restriction, father.RestrictionReason, father.RestrictionFrom, father.RestrictionUntil));
    }

    [Fact]
    public void Nobody_has_read_an_order_tomorrow()
    {
        var order = Order(NoCalls);
        Assert.True(order.WasSeen(Senco, Today.PlusDays(1), Today).Refused(out _));
        order.WasSeen(Senco, Today, Today).OrThrow();
        Assert.Equal((Senco, Today), (order.SeenById, order.SeenOn));
    }

    private CourtOrder Order(OrderDetails details) => CourtOrder.Record(Id<CourtOrder>.New(), father, details, Senco, default).OrThrow();

    private Refusal Refused(OrderDetails details) =>
        CourtOrder.Record(Id<CourtOrder>.New(), father, details, Senco, default).Refused(out var refusal) ? refusal : throw new InvalidOperationException("It was taken.");
}
