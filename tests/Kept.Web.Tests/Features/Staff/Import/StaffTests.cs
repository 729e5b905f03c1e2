using System.Net;
using System.Text;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Import;

public sealed class StaffTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_list_is_shown_and_then_saved()
    {
        var head = As(World.Head);

        var check = await UploadAsync(head, "Title,Forename,Surname,Email,Role,Class\nMs,Eve,Stone,eve@example.org,class teacher,3B\n");
        Assert.Contains("Ms Eve Stone", check.Text, StringComparison.Ordinal);
        await head.PressAsync(check.FormWith("Import"), "Import");

        await using var db = Host.OpenDb();
        Assert.True(await db.People.AnyAsync(p => p.Email == "eve@example.org" && p.AccountId == null, Cancel));
    }

    [Fact]
    public async Task A_bad_row_is_named_and_nothing_is_saved()
    {
        var head = As(World.Head);
        var check = await UploadAsync(head, "Name,Email,Role\nMs Ivy Lane,ivy@example.org,office\nMr Bad Row,bad,office\n");
        Assert.Contains("“bad” is not an email address", check.Text, StringComparison.Ordinal);

        var refused = await head.PressAsync(check.FormWith("Import"), "Import");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.People.AnyAsync(p => p.Email == "ivy@example.org", Cancel));
    }

    private static async Task<TestPage> UploadAsync(TestClient client, string text) => await client.UploadAsync(
        (await client.GetAsync("/import/staff")).Form(), new TestFile("Form.File", "staff.csv", Encoding.UTF8.GetBytes(text)));
}
