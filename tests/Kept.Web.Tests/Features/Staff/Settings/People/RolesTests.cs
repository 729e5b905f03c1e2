using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class RolesTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_SENCO_is_not_offered_the_safeguarding_roles_and_cannot_post_them()
    {
        var senco = As(World.Senco);
        var url = $"/settings/people/{World.Senco.Id}/roles";
        Assert.Null((await senco.GetAsync(url)).Document.QuerySelector("input[value='Dsl'], input[value='HeadTeacher']"));

        foreach (var role in new[] { "Dsl", "DeputyDsl", "HeadTeacher" })
        {
            var refused = await senco.PostAsync(url, ("RolesForm.Roles", "Senco"), ("RolesForm.Roles", role));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("Only the head teacher", Assert.Single(refused.Errors), StringComparison.Ordinal);
        }

        Assert.Equal([StaffRole.Senco], await RolesOfAsync(World.Senco));
    }

    [Fact]
    public async Task A_safeguarding_role_stays_when_somebody_else_changes_the_rest()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/settings/people/{World.DeputyDsl.Id}/roles")).Form();

        await senco.SubmitAsync(form, ("RolesForm.Roles", "PastoralLead"));

        Assert.Equal([StaffRole.PastoralLead, StaffRole.DeputyDsl], await RolesOfAsync(World.DeputyDsl));
    }

    [Fact]
    public async Task A_head_teacher_makes_a_deputy_DSL_and_the_ledger_says_who_did_it()
    {
        var head = As(World.Head);
        var form = (await head.GetAsync($"/settings/people/{World.PastoralLead.Id}/roles")).Form();

        await head.SubmitAsync(form, ("RolesForm.Roles", "PastoralLead"), ("RolesForm.Roles", "DeputyDsl"));

        Assert.Contains(StaffRole.DeputyDsl, await RolesOfAsync(World.PastoralLead));
        await using var db = Host.OpenDb();
        var link = await db.LedgerLinks.OrderByDescending(l => l.Number).FirstAsync(l => l.Chain == World.Hillview.Id.Value && l.Kind == "roles-changed", Cancel);
        Assert.Equal(World.Head.Id.Value, link.Actor);
        var content = await db.LedgerContents.SingleAsync(c => c.Chain == link.Chain && c.Number == link.Number, Cancel);
        Assert.Contains("deputy-dsl", content.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_adds_people_but_gives_no_role_that_sees_a_record()
    {
        var administrator = As(World.Administrator);
        var offered = (await administrator.GetAsync("/settings/people/add")).Document.QuerySelectorAll("input[name='RolesForm.Roles']").Select(i => i.GetAttribute("value"));
        Assert.Equal(["Governor", "TrustLead", "Administrator"], offered);

        var refused = await administrator.PostAsync($"/settings/people/{World.Administrator.Id}/roles", ("RolesForm.Roles", "Administrator"), ("RolesForm.Roles", "ClassTeacher"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task The_last_who_runs_the_school_cannot_give_it_up()
    {
        var head = As(World.RiversidesOwn(StaffRole.HeadTeacher));
        foreach (var role in new[] { StaffRole.Senco, StaffRole.SendLead, StaffRole.Administrator })
        {
            var other = World.RiversidesOwn(role);
            await head.SubmitAsync((await head.GetAsync($"/settings/people/{other.Id}/leave")).Form(), ("Form.LastDay", "1 May 2026"));
        }

        var self = World.RiversidesOwn(StaffRole.HeadTeacher);
        var roles = await head.SubmitAsync((await head.GetAsync($"/settings/people/{self.Id}/roles")).Form(), ("RolesForm.Roles", "SeniorLeader"));
        Assert.Contains("is the last who may run the school’s side", Assert.Single(roles.Errors), StringComparison.Ordinal);
        var leave = await head.SubmitAsync((await head.GetAsync($"/settings/people/{self.Id}/leave")).Form());
        Assert.Contains("is the last who may run the school’s side", Assert.Single(leave.Errors), StringComparison.Ordinal);
    }

    private async Task<List<StaffRole>> RolesOfAsync(TestPerson person)
    {
        await using var db = Host.OpenDb(person.SchoolId);
        return [.. (await db.RolesHeld.Where(r => r.PersonId == person.Id).Select(r => r.Role).ToListAsync(Cancel)).Order()];
    }
}
