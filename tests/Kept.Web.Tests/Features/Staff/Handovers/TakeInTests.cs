using System.Net;
using System.Text;
using Kept.Web.Tests.Transfers;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Handovers;

/// <summary>A record is taken in on a page: checked and shown first, then saved with an owner for each action that is still to do.</summary>
public sealed class TakeInTests(Template template) : TwoKepts(template)
{
    private const string Address = "/handovers/take-in";

    [Fact]
    public async Task It_is_shown_first_and_taken_in_on_a_yes_with_an_owner_for_each_action()
    {
        await There.AddEntryAsync(There.Leo, "Late on Mondays");
        await There.AddActionAsync(There.Leo, "Share a shorter start-of-day plan", There.Teacher);
        await There.AddActionAsync(There.Leo, "Ring on Friday", There.Senco);
        await There.AddDocumentAsync(There.Leo, "EP report", "attends to one thing");
        var package = await PackAsync(There.Leo);
        var senco = Second.As(Here.RiversideSenco);

        var check = await SendAsync(senco, package);

        Assert.Contains("Leo Bennett", check.Heading, StringComparison.Ordinal);
        Assert.Contains("From Hillview School", check.Text, StringComparison.Ordinal);
        Assert.Contains((await OpenAsync(package)).OrThrow().KeyInWords, check.Text, StringComparison.Ordinal);
        Assert.Contains("1 conversation", check.Text, StringComparison.Ordinal);
        Assert.Contains("1 file", check.Text, StringComparison.Ordinal);
        Assert.False(await IsHereAsync());

        Assert.Contains("Choose who does what is still to do", Assert.Single((await senco.PressAsync(check.FormWith("Take in the record"), "Take in the record")).Errors), StringComparison.Ordinal);
        var refused = await senco.PressAsync(check.FormWith("Take in the record"), "Take in the record", ("Form.Actions[0].Owner", Here.RiversideSenco.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("no action may be left without somebody", refused.Document.GetElementById("Form_Actions_1__Owner-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(Here.RiversideSenco.Id.ToString(), refused.Document.QuerySelector("[name='Form.Actions[0].Owner'] option[selected]")?.GetAttribute("value"));
        Assert.False(await IsHereAsync());

        var done = await senco.PressAsync(refused.FormWith("Take in the record"), "Take in the record", ("Form.To", Here.RiversideSenco.Id.ToString()));

        Assert.StartsWith("/pupils/", done.Url, StringComparison.Ordinal);
        Assert.Contains("The record of Leo Bennett is here", done.Text, StringComparison.Ordinal);
        await using var db = OpenRiverside();
        Assert.All(await db.Actions.Where(a => a.What == "Ring on Friday" || a.What == "Share a shorter start-of-day plan").ToListAsync(Cancel), a => Assert.Equal(Here.RiversideSenco.Id, a.OwnerId));
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.GetAsync(check.Url)).Status);
        Assert.Contains("was taken in before", (await SendAsync(senco, package)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_package_and_no_package_are_refused_beside_the_field()
    {
        await There.AddEntryAsync(There.Leo, "Late on Mondays");
        var package = await PackAsync(There.Leo);
        var senco = Second.As(Here.RiversideSenco);
        Assert.Equal(["Choose the package that the other school sent"], (await senco.PressAsync((await senco.GetAsync(Address)).FormWith("Check the package"), "Check the package")).Errors);
        Assert.Contains("no handover package", (await SendAsync(senco, Encoding.UTF8.GetBytes("Dear Riverside"))).Errors.Single(), StringComparison.Ordinal);
        package[package.AsSpan().IndexOf("Late on"u8)] ^= 1;

        var refused = await SendAsync(senco, package);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("rows.jsonl: the log-entry", refused.Document.GetElementById("Form_File-error")?.TextContent, StringComparison.Ordinal);
        Assert.False(await IsHereAsync());
    }

    [Fact]
    public async Task Nobody_else_finds_what_was_sent_and_a_safeguarding_lead_takes_in_no_record()
    {
        var package = await PackAsync(There.Leo);
        var check = await SendAsync(Second.As(Here.RiversideSenco), package);
        var lead = Second.As(Here.RiversidesOwn(Kept.Domain.People.StaffRole.Dsl));

        Assert.Contains("no longer kept here", (await lead.GetAsync(check.Url)).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("by the SENCO or the head teacher", (await SendAsync(lead, package)).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Only a safeguarding lead", (await SendAsync(Second.As(Here.RiversideSenco), await PackAsync(There.Leo, There.Dsl, safeguarding: true))).Errors.Single(), StringComparison.Ordinal);
    }

    private static async Task<TestPage> SendAsync(TestClient client, byte[] package) =>
        await client.UploadAsync((await client.GetAsync(Address)).FormWith("Check the package"), new TestFile("Form.File", "package.zip", package));

    private async Task<bool> IsHereAsync()
    {
        await using var db = OpenRiverside();
        return await db.Pupils.AnyAsync(p => p.Upn == There.Leo.Upn, Cancel);
    }
}
