using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings;

public sealed class SettingsTests(KeptHost host) : PageTest(host)
{
    public static TheoryData<string> Pages =>
    [
        "/settings", "/settings/school", "/settings/calendar", "/settings/calendar/add", "/settings/calendar/import",
        "/settings/people", "/settings/people/add", "/settings/people/professionals", "/settings/people/professionals/add", "/settings/pupils/add",
        "/settings/questions", "/settings/questions/write"
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Only_those_who_run_the_school_open_its_settings(string url)
    {
        StaffRole[] running = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher, StaffRole.Administrator];
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var page = await As(World.HillviewsOwn(role)).GetAsync(url);
            Assert.Equal((role, running.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, page.Status));
        }
    }

    [Fact]
    public async Task A_class_teacher_may_open_nobodys_settings_page_and_post_to_none()
    {
        var teacher = As(World.Teacher);
        foreach (var page in new[] { "", "/edit", "/roles", "/leave", "/invite" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync($"/settings/people/{World.Teacher.Id}{page}")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync($"/settings/people/{World.Teacher.Id}/roles", ("RolesForm.Roles", "Senco"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync("/settings/school", ("Form.Name", "Mine"))).Status);
    }

    [Fact]
    public async Task An_administrator_sees_no_pupils_record()
    {
        var administrator = As(World.Administrator);

        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/pupils")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync($"/pupils/{World.Leo.Id}/people")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/edit")).Status);
        Assert.DoesNotContain(World.Leo.FamilyName, (await administrator.GetAsync("/settings")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/settings/people/{World.LeosMother.Id}")).Status);
    }

    [Fact]
    public async Task Another_schools_people_are_not_there()
    {
        var head = As(World.RiversidesOwn(StaffRole.HeadTeacher));

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/settings/people/{World.Teacher.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/settings/people/{World.Teacher.Id}/roles")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/pupils/{World.Leo.Id}/people")).Status);
        Assert.DoesNotContain("Khan", (await head.GetAsync("/settings/people")).Text, StringComparison.Ordinal);
    }
}
