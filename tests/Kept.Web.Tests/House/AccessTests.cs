using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.House;

/// <summary>Every address, as every role, as another school's and as nobody.</summary>
public sealed class AccessTests(KeptHost host, PlantedHost planted) : PageTest(host), IClassFixture<PlantedHost>
{
    public static TheoryData<StaffRole> Roles => [.. Enum.GetValues<StaffRole>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_what_it_may_and_nothing_else(StaffRole role) =>
        Breaches.None(await WalkAsync(Host, World.HillviewsOwn(role)));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Another_school_finds_nothing_of_ours(StaffRole role)
    {
        var walker = await RouteWalker.AtHillviewAsync(Host);
        var naming = (await Route.AllAsync(Host)).Where(r => r.HasIds);

        Breaches.None(await walker.WalkAsync(naming, World.RiversidesOwn(role)));
    }

    [Fact]
    public async Task Nobody_signed_out_opens_anything() => Breaches.None(await WalkAsync(Host, person: null));

    [Fact]
    public async Task A_carer_opens_their_childs_pages_and_nothing_of_the_staffs()
    {
        var walker = await RouteWalker.AtHillviewAsync(Host);

        Breaches.None(await walker.WalkAsCarerAsync(await Route.AllAsync(Host), await Host.AsCarerAsync(World.LeosMother, World.Leo), isTheirChild: true));
        Breaches.None(await walker.WalkAsCarerAsync(await Route.AllAsync(Host), await Host.AsCarerAsync(World.ZainabsMother, World.Zainab), isTheirChild: false));
    }

    [Fact]
    public async Task The_walker_notices_an_address_that_lets_in_the_wrong_people()
    {
        var wrong = await WalkAsync(planted, planted.World.Teacher);

        Assert.Contains(wrong, w => w.StartsWith("/planted/wrong", StringComparison.Ordinal));
        Assert.DoesNotContain(wrong, w => w.StartsWith("/planted/right", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_walker_notices_an_address_that_is_open_to_the_world() =>
        Assert.Contains(await WalkAsync(planted, person: null), w => w.StartsWith("/planted/wrong", StringComparison.Ordinal));

    [Fact]
    public async Task The_walker_notices_an_address_that_answers_another_school()
    {
        var wrong = await WalkAsync(planted, planted.World.RiversideSenco);

        Assert.Contains(wrong, w => w.StartsWith("/planted/pupils/{pupilId}  GET", StringComparison.Ordinal));
        Assert.Contains(wrong, w => w.StartsWith("/planted/pupils/{pupilId}  POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_does_not_say_who_may_open_it_is_noticed() =>
        Assert.Equal(["/planted/silent"], (await Route.AllAsync(planted)).Where(r => !r.SaysWho).Select(r => r.Pattern));

    private static async Task<IReadOnlyList<string>> WalkAsync(KeptHost host, TestPerson? person)
    {
        var walker = await RouteWalker.AtHillviewAsync(host);
        return await walker.WalkAsync(await Route.AllAsync(host), person);
    }
}
