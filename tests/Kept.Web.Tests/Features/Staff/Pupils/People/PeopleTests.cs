using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

public sealed class PeopleTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_restriction_is_read_before_any_contact_details()
    {
        var page = await As(World.PastoralLead).GetAsync($"/pupils/{World.Zainab.Id}/people");

        var father = page.Texts(".people > .card").Single(c => c.StartsWith("Mr Yusuf Ali", StringComparison.Ordinal));
        var restriction = father.IndexOf("Do not give any information about the child: Not to be told anything about Zainab Court order ZC26C00417", StringComparison.Ordinal);
        Assert.InRange(restriction, 0, father.IndexOf("Phone", StringComparison.Ordinal));
        var mother = page.Texts(".people > .card").Single(c => c.StartsWith("Mrs Fatima Ali", StringComparison.Ordinal));
        Assert.Contains("Urdu · اردو, with an interpreter", mother, StringComparison.Ordinal);
        Assert.DoesNotContain("Do not", mother, StringComparison.Ordinal);
        Assert.Equal(("ur", "rtl"), (page.Document.QuerySelector("[lang=ur]")!.GetAttribute("lang"), page.Document.QuerySelector("[lang=ur]")!.GetAttribute("dir")));
    }

    [Fact]
    public async Task Staff_who_do_not_work_with_the_pupil_find_nothing_there()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync($"/pupils/{World.Zainab.Id}/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.ZainabsMother.Id}/edit")).Status);
    }

    [Fact]
    public async Task A_class_teacher_reads_and_changes_nothing()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync($"/pupils/{World.Leo.Id}/people");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(page.Texts("main a"), a => a.StartsWith("Edit", StringComparison.Ordinal) || a.StartsWith("Contact", StringComparison.Ordinal));

        var mother = $"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}";
        foreach (var url in new[] { "/edit", "/preferences", "/orders" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync(mother + url)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync(mother + url, ("Form.Kind", "aunt"))).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync($"/pupils/{World.Leo.Id}/people?handler=AddAdult", ("Adult", World.Teacher.Id.ToString()))).Status);
    }

    [Fact]
    public async Task A_key_adult_sees_the_pupil_until_they_are_removed()
    {
        var senco = As(World.Senco);
        var url = $"/pupils/{World.Zainab.Id}/people";
        var page = await senco.PressAsync((await senco.GetAsync(url)).FormWith("Make a key adult"), "Make a key adult", ("Adult", World.FormTutor.Id.ToString()));
        Assert.Contains("Miss Grace Okafor is now a key adult of Zainab Ali.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await As(World.FormTutor).GetAsync(url)).Status);

        var removed = await senco.SubmitAsync(page.FormWith("Remove Miss Grace Okafor"));
        Assert.Contains("no longer a key adult", removed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync(url)).Status);

        var nobody = await senco.PressAsync(removed.FormWith("Make a key adult"), "Make a key adult");
        Assert.Equal("Choose a member of staff", Assert.Single(nobody.Errors));
    }
}
