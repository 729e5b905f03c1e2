using System.Net;
using System.Text;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Import;

public sealed class PupilsTests(KeptHost host) : PageTest(host)
{
    private const string Good = "UPN,Forename,Surname,Year Group,Form\nN820432121104,Ann,Reed,5,5E\n";
    private const string OneBad = "UPN,Forename,Surname,Year Group,Form\nR820432121106,Zoe,Reed,5,5E\nA820432121105,Bob,Reed,5,5E\n";

    [Fact]
    public async Task A_file_is_shown_before_anything_is_saved_and_saved_on_a_yes()
    {
        var senco = As(World.Senco);

        var check = await UploadAsync(senco, Good);

        Assert.Contains("1 to add", check.Text, StringComparison.Ordinal);
        Assert.Contains("Ann Reed", check.Text, StringComparison.Ordinal);
        Assert.Contains("Noah Reid", check.Text, StringComparison.Ordinal);
        Assert.False(await IsThereAsync("N820432121104"));

        var done = await senco.PressAsync(check.FormWith("Import"), "Import");

        Assert.Equal("/import", done.Url);
        Assert.Contains("1 pupils added", done.Text, StringComparison.Ordinal);
        Assert.True(await IsThereAsync("N820432121104"));
        await using var db = Host.OpenDb();
        Assert.Null(await db.Pupils.Where(p => p.Upn == World.Noah.Upn).Select(p => p.LeftOn).SingleAsync(Cancel));
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.GetAsync(check.Url)).Status);
    }

    [Fact]
    public async Task Bad_rows_stop_the_import_until_they_are_left_out_and_can_then_be_fetched()
    {
        var senco = As(World.SendLead);
        var check = await UploadAsync(senco, OneBad);
        Assert.Contains("The check letter of this UPN is A", check.Text, StringComparison.Ordinal);

        var refused = await senco.PressAsync(check.FormWith("Import"), "Import");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("tick the box", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var done = await senco.PressAsync(refused.FormWith("Import"), "Import", ("Form.SkipBad", "true"));

        var rows = await senco.DownloadAsync(done.LinkTo("Download the rows that were left out"));
        var text = await rows.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("A820432121105,Bob,Reed,5,5E,UPN: The check letter", text, StringComparison.Ordinal);
        Assert.Equal("attachment", rows.Content.Headers.ContentDisposition!.DispositionType);
        var other = await As(World.Head).DownloadAsync(done.LinkTo("Download the rows that were left out"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task A_file_in_which_no_row_can_be_taken_offers_no_import_of_the_rest()
    {
        var check = await UploadAsync(As(World.Senco), "UPN,Forename,Surname,Year Group,Form\nA820432121105,Bob,Reed,5,5E\n");

        Assert.Contains("The check letter of this UPN is A", check.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing in this file can be imported", check.Text, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("[name='Form.SkipBad']"));
        Assert.DoesNotContain("Import", check.Texts("main button"));
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused_beside_the_field()
    {
        var senco = As(World.Senco);

        var page = await UploadAsync(senco, "What,Ever\n1,2\n");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("No columns were recognised", Assert.Single(page.Errors), StringComparison.Ordinal);
        var none = await senco.SubmitAsync((await senco.GetAsync("/import/pupils")).Form());
        Assert.Equal("Choose a file that is not empty", Assert.Single(none.Errors));
    }

    [Fact]
    public async Task A_file_too_large_is_refused_before_it_is_read()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, "/import/pupils")) { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentLength = 41L * 1024 * 1024;

        var answer = await As(World.Senco).SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("That file is too large", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_school_keeps_its_own_pupil_of_the_same_number()
    {
        var check = await UploadAsync(As(World.Head), Good.Replace("N820432121104", World.Ruby.Upn, StringComparison.Ordinal));

        Assert.Contains("1 to add", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Walsh", check.Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> UploadAsync(TestClient client, string text) => await client.UploadAsync(
        (await client.GetAsync("/import/pupils")).Form(), new TestFile("Form.File", "roll.csv", Encoding.UTF8.GetBytes(text)));

    private async Task<bool> IsThereAsync(string upn)
    {
        await using var db = Host.OpenDb();
        return await db.Pupils.AnyAsync(p => p.Upn == upn, Cancel);
    }
}
