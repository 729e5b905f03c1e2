using System.Net;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

public sealed class PreferencesTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_office_keeps_contact_wishes_and_nothing_else()
    {
        var office = As(World.Office);
        var mother = $"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(mother + "/orders")).Status);

        var page = await office.SubmitAsync(
            (await office.GetAsync(mother + "/preferences")).Form(),
            ("Form.PreferredMethod", "Text"), ("Form.PreferredTimes", "after 4pm"), ("Form.Language", "pl"), ("Form.InterpreterNeeded", "true"));

        Assert.Contains("Text, after 4pm", page.Text, StringComparison.Ordinal);
        Assert.Contains("Polish · Polski, with an interpreter", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Chain == World.Leo.Id.Value && l.Kind == "relationship-changed" && l.Actor == World.Office.Id.Value, Cancel));
    }

    [Fact]
    public async Task How_a_carer_reads_best_is_kept_for_all_their_children_here()
    {
        await World.AlsoOfAsync(World.Noah, World.LeosFather);
        var office = As(World.Office);
        var page = await office.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosFather.Id}/preferences");

        page = await office.SubmitAsync(page.Form(), ("Form.LargePrint", "true"), ("Form.AccessibleFormat", "BSL"));

        Assert.Contains("large print, BSL", page.Text, StringComparison.Ordinal);
        Assert.Contains("large print", (await office.GetAsync($"/pupils/{World.Noah.Id}/people")).Text, StringComparison.Ordinal);
        Assert.Contains("large print, BSL", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("reads large print", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/packs")).Text, StringComparison.Ordinal);
        var side = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosFather.Id}/preview");
        Assert.Contains("in-large", side.Document.QuerySelector(".preview")!.ClassList);
    }
}
