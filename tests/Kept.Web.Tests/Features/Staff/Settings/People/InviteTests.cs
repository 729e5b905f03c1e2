using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class InviteTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_link_is_shown_once()
    {
        var senco = As(World.Senco);
        var url = $"/settings/people/{World.Teacher.Id}/invite";

        var made = await senco.SubmitAsync((await senco.GetAsync(url)).FormWith("Make the link"));

        Assert.StartsWith("https://kept.test/invitation?token=", made.Document.QuerySelector("#link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Null((await senco.GetAsync(url)).Document.QuerySelector("#link"));
        Assert.Contains("Invited; the link works until 12 May 2026", (await senco.GetAsync($"/settings/people/{World.Teacher.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_a_link_for_somebody_whose_roles_they_cannot_give()
    {
        var page = await As(World.Senco).GetAsync($"/settings/people/{World.Dsl.Id}/invite");
        Assert.Contains("holds a role that you cannot give. Only the head teacher", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Make the link", page.Texts("main button"));

        var refused = await As(World.Administrator).PostAsync($"/settings/people/{World.Teacher.Id}/invite");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("holds a role that you cannot give", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_or_is_no_staff_is_not_invited()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/settings/people/{World.Left.Id}/invite")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/settings/people/{World.Psychologist.Id}/invite")).Status);
    }

    [Fact]
    public async Task Without_an_email_the_page_says_what_to_do()
    {
        var senco = As(World.Senco);
        var added = await senco.SubmitAsync((await senco.GetAsync("/settings/people/add")).Form(), ("Form.FamilyName", "Quiet"));

        Assert.Contains("Add their email first.", (await senco.GetAsync(added.LinkTo("Invite to sign in"))).Text, StringComparison.Ordinal);
    }
}
