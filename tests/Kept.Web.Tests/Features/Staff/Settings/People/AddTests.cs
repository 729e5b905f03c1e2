using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class AddTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Somebody_is_added_with_several_classes_and_can_be_invited()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync("/settings/people/add")).Form();

        var page = await senco.SubmitAsync(
            form, ("Form.Title", "Ms"), ("Form.GivenName", "Nia"), ("Form.FamilyName", "Hughes"), ("Form.Email", "Nia.Hughes@hillview.example"),
            ("RolesForm.Roles", "ClassTeacher"), ("RolesForm.Roles", "PastoralLead"), ("RolesForm.ClassTeacherOf", "3H, 3J"));
        Assert.Equal("Ms Nia Hughes", page.Heading);
        Assert.Contains("Class teacher of 3H, class teacher of 3J, pastoral lead", page.Text, StringComparison.Ordinal);

        var link = await senco.PressAsync((await senco.GetAsync(page.LinkTo("Invite to sign in"))).FormWith("Make the link"), "Make the link");
        Assert.Contains("https://kept.test/invitation?token=", link.Document.QuerySelector("#link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Null((await senco.GetAsync(link.Url)).Document.QuerySelector("#link"));
        Assert.Contains("Invited; the link works until 12 May 2026", (await senco.GetAsync(page.Url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_cannot_have_one_email()
    {
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync("/settings/people/add")).Form(), ("Form.FamilyName", "Twin"), ("Form.Email", World.Teacher.Email.ToUpperInvariant()));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Mr Tom Ellis has this email already", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await senco.SubmitAsync((await senco.GetAsync("/settings/people/add")).Form(), ("Form.FamilyName", ""), ("Form.Initials", "Much too long"), ("Form.Email", World.Teacher.Email));
        Assert.Equal(3, page.Errors.Count);
        page = await senco.SubmitAsync((await senco.GetAsync("/settings/people/add")).Form(), ("Form.FamilyName", "Twin"), ("Form.Email", World.Teacher.Email));
        Assert.Equal("Twin", page.Document.QuerySelector("#Form_FamilyName")!.GetAttribute("value"));
    }
}
