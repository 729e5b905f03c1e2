using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class PersonTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_person_is_shown_with_what_they_hold_and_whether_they_sign_in()
    {
        var page = await As(World.Senco).GetAsync($"/settings/people/{World.Teacher.Id}");

        Assert.Equal("Mr Tom Ellis", page.Heading);
        Assert.Contains("Class teacher of 5E", page.Text, StringComparison.Ordinal);
        Assert.Contains("Has an account", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_somebody_is_out_of_reach_is_said_and_nothing_is_offered()
    {
        var page = await As(World.Senco).GetAsync($"/settings/people/{World.Dsl.Id}");

        Assert.Contains("holds a role that you cannot give. Only the head teacher", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mark as left", page.Texts("main a"));
        Assert.Contains("Mark as left", (await As(World.Head).GetAsync($"/settings/people/{World.Dsl.Id}")).Texts("main a"));
    }

    [Fact]
    public async Task Nobody_lets_back_in_somebody_whose_roles_they_cannot_give()
    {
        var page = await As(World.Administrator).PostAsync($"/settings/people/{World.Left.Id}?handler=ComeBack");

        Assert.Contains("holds a role that you cannot give", Assert.Single(page.Errors), StringComparison.Ordinal);
    }
}
