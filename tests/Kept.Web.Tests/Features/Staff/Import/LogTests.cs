using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Import;

public sealed class LogTests(KeptHost host) : PageTest(host)
{
    private const string Headings = "Date\tPupil\tDecision\tOwner\tDeadline\tStatus\n";

    [Fact]
    public async Task Pasted_rows_are_shown_with_their_columns_and_kept_on_a_yes()
    {
        var senco = As(World.Senco);

        var check = await PasteAsync(senco, Headings + "03/03/2026\tLeo Bennett\tSend the visuals home\tSENCO\t20/05/2026\tIn progress\n");

        Assert.Equal(["Agreed", "Pupil", "Issue", "Owner", "Due", "Status"], check.Document.QuerySelectorAll("select[name=c] option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Contains("Mrs Amina Khan", check.Text, StringComparison.Ordinal);
        var done = await senco.PressAsync(check.FormWith("Import"), "Import");
        Assert.Contains("1 actions added", done.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var action = await db.Actions.SingleAsync(a => a.What == "Send the visuals home", Cancel);
        Assert.Equal((World.Senco.Id, Visibility.Staff), (action.OwnerId, action.Visibility));
    }

    [Theory]
    [InlineData("School")]
    [InlineData("SEND team")]
    [InlineData("TBC")]
    [InlineData("SENCO and class teacher")]
    public async Task Owners_who_are_no_one_person_are_refused(string owner)
    {
        var senco = As(World.Senco);
        var check = await PasteAsync(senco, Headings + $"03/03/2026\tLeo Bennett\tRing the family today\t{owner}\t20/05/2026\tOpen\n");
        Assert.Contains("1 that cannot be taken", check.Text, StringComparison.Ordinal);

        var refused = await senco.PressAsync(check.FormWith("Import"), "Import");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.Actions.AnyAsync(a => a.What == "Ring the family today", Cancel));
    }

    [Fact]
    public async Task A_column_that_was_not_guessed_is_chosen()
    {
        var senco = As(World.Senco);
        var check = await PasteAsync(senco, "Date\tPupil\tThing we said\tOwner\tDeadline\n03/03/2026\tLeo Bennett\tMove the reading group\tAK\t20/05/2026\n");
        Assert.Equal(HttpStatusCode.BadRequest, check.Status);

        var form = check.FormWith("Read it again");
        var url = form.GetAttribute("action") + "?file=" + Uri.EscapeDataString(form.QuerySelector("input[name=file]")!.GetAttribute("value")!)
            + "&c=Agreed&c=Pupil&c=What&c=Owner&c=Due&see=Family";
        check = await senco.GetAsync(url);
        await senco.PressAsync(check.FormWith("Import"), "Import");

        await using var db = Host.OpenDb();
        Assert.Equal(Visibility.Family, await db.Actions.Where(a => a.What == "Move the reading group").Select(a => a.Visibility).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_pasted_and_too_much_pasted_are_refused_beside_the_field()
    {
        var senco = As(World.Senco);

        var nothing = await PasteAsync(senco, "");
        var much = await PasteAsync(senco, Headings + string.Concat(Enumerable.Repeat("03/03/2026\tLeo Bennett\tx\tSENCO\t20/05/2026\tOpen\n", 2_001)));

        Assert.Equal("Paste the rows with their headings, or choose a file", Assert.Single(nothing.Errors));
        Assert.Contains("more than 2,000 rows", Assert.Single(much.Errors), StringComparison.Ordinal);
    }

    private static async Task<TestPage> PasteAsync(TestClient client, string text) =>
        await client.SubmitAsync((await client.GetAsync("/import/log")).Form(), ("Form.Pasted", text));
}
