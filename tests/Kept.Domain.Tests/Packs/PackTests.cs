using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Packs;

public sealed class PackTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    private static readonly StaffViewer Senco = new(Id<School>.New(), Id<Person>.New(), "Mrs Khan", [StaffRole.Senco], []);
    private static readonly PackWish Wish = new() { Audience = PackAudience.Tribunal, Format = PackFormat.Pdf };

    [Fact]
    public void A_pack_says_for_whom_and_as_what()
    {
        Assert.Equal(nameof(Pack.Audience), RefusalOf(Wish with { Audience = null }).Field);
        Assert.Equal(nameof(Pack.Format), RefusalOf(Wish with { Format = null }).Field);
        Assert.Equal(nameof(Pack.To), RefusalOf(Wish with { From = Today, To = Today.PlusDays(-1) }).Field);
        Assert.Equal(nameof(Pack.From), RefusalOf(Wish with { From = Today.PlusDays(1) }).Field);
    }

    [Fact]
    public void A_familys_pack_is_for_one_carer_who_may_be_told()
    {
        var wish = Wish with { Audience = PackAudience.Family };
        var mother = Tie();
        var father = Tie();
        father.Restrict(ContactRestriction.Limited, "School reports only", "ZC26C00417", until: null).OrThrow();

        Assert.Equal(nameof(Pack.CarerId), RefusalOf(wish).Field);
        Assert.Equal(nameof(Pack.CarerId), RefusalOf(wish, father).Field);
        Assert.Equal(mother.CarerId, Ask(wish, mother).OrThrow().CarerId);
    }

    [Fact]
    public void A_familys_pack_is_in_the_print_that_the_carer_chose_and_nobody_elses_is()
    {
        var mother = Tie();
        mother.ReadIn(new FormatWishes(LargePrint: true));

        Assert.True(Ask(Wish with { Audience = PackAudience.Family }, mother).OrThrow().LargePrint);
        Assert.False(Ask(Wish with { Audience = PackAudience.Family }, Tie()).OrThrow().LargePrint);
        Assert.False(Ask(Wish, mother).OrThrow().LargePrint);
    }

    [Fact]
    public void A_pack_remembers_the_narrowest_that_can_be_in_it() => Assert.Equal(Visibility.SendTeam, Ask(Wish).OrThrow().Visibility);

    [Fact]
    public void What_is_being_made_can_be_cancelled_once()
    {
        var pack = Ask(Wish).OrThrow();
        Assert.True(pack.IsUnderWay);

        pack.Cancel(Now).OrThrow();

        Assert.False(pack.IsUnderWay);
        Assert.False(pack.IsThereAt(Now));
        Assert.True(pack.Cancel(Now).Refused(out _));
    }

    private static Result<Pack> Ask(PackWish wish, Relationship? carer = null) => Pack.Ask(Senco, Id<Pupil>.New(), wish, carer, Today, Now);

    private static Refusal RefusalOf(PackWish wish, Relationship? carer = null) => Ask(wish, carer).Refused(out var refusal) ? refusal : throw new InvalidOperationException("It was allowed.");

    private static Relationship Tie() => new()
    {
        Id = Id<Relationship>.New(), SchoolId = Senco.SchoolId, PupilId = Id<Pupil>.New(), CarerId = Id<Person>.New(), Kind = "mother"
    };
}
