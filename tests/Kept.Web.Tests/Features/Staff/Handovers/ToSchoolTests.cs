using System.Net;
using Kept.Domain.Access;
using Kept.Store.Ledger;
using Kept.Store.Transfers;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Handovers;

/// <summary>The SENCO makes a package for another school: it says what stays, and only who made it can fetch it.</summary>
public sealed class ToSchoolTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_package_is_made_fetched_by_who_made_it_and_in_the_history()
    {
        await World.AddEntryAsync(World.Noah, "Tearful on Mondays");
        var shared = await World.AddDocumentAsync(World.Noah, "Two boys", also: World.Leo);
        await World.AddDocumentAsync(World.Noah, "A bruise", visibility: Visibility.Safeguarding, also: World.Leo);
        await World.AddMeetingAsync(World.Noah, on: World.Today.PlusDays(3));
        var senco = As(World.Senco);
        var page = await senco.GetAsync((await senco.GetAsync($"/pupils/{World.Noah.Id}/handover")).LinkTo("To another school"));
        Assert.Contains("Two boys", page.Text, StringComparison.Ordinal);
        Assert.Contains("SEN support meeting", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A bruise", page.Html, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/documents/{shared.Id}']"));

        var made = await senco.PressAsync(page.FormWith("Make the package"), "Make the package", ("Form.Agreed", "4 May 2026"));

        using var key = LedgerKey.OpenOrMake(Host.Place.Directory);
        Assert.Contains(key.InWords, made.Text, StringComparison.Ordinal);
        var link = made.Document.QuerySelector("main a[href*='handler=package']")!.GetAttribute("href")!;
        var file = await senco.DownloadAsync(link);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("kept-handover-2026-05-05.zip", file.Content.Headers.ContentDisposition.FileName);
        var package = (await PackageCheck.OpenAsync(new MemoryStream(await file.Content.ReadAsByteArrayAsync(Cancel)), Cancel)).OrThrow();
        Assert.Equal(("2026-05-04", key.InWords, "Noah Reid"), (package.Manifest.AgreedOn, package.KeyInWords, package.Manifest.Pupil));
        Assert.Equal(HttpStatusCode.Redirect, (await As(World.Head).DownloadAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).DownloadAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync($"/pupils/{World.Noah.Id}/handover/school")).Status);
        await using var db = Host.OpenDb();
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Chain == World.Noah.Id.Value && l.Kind == "record-packed", Cancel));
    }

    [Fact]
    public async Task Without_the_day_on_which_the_family_agreed_it_is_refused_beside_the_field()
    {
        var senco = As(World.Senco);

        Assert.Equal(["Enter the day on which the family agreed what is shared"], (await MakeAsync(senco)).Errors);
        var unread = await MakeAsync(senco, ("Form.Agreed", "when pigs fly"));
        Assert.Contains("is not a day we can read", unread.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("when pigs fly", unread.Value("Form.Agreed"));
        var toCome = await MakeAsync(senco, ("Form.Agreed", "6 May 2026"));
        Assert.Contains("still to come", toCome.Errors.Single(), StringComparison.Ordinal);
        Assert.NotNull(toCome.Document.GetElementById("Form_Agreed-error"));
    }

    [Fact]
    public async Task Only_a_safeguarding_lead_is_offered_the_safeguarding_package()
    {
        Assert.Null((await As(World.Senco).GetAsync(Address)).Document.QuerySelector("[name='Form.Safeguarding']"));
        Assert.Equal(HttpStatusCode.BadRequest, (await As(World.Senco).PostAsync(Address, ("Form.Safeguarding", "true"))).Status);

        var made = await MakeAsync(As(World.Dsl), ("Form.Safeguarding", "true"));

        var file = await As(World.Dsl).DownloadAsync(made.Document.QuerySelector("main a[href*='handler=package']")!.GetAttribute("href")!);
        Assert.Equal("kept-safeguarding-handover-2026-05-05.zip", file.Content.Headers.ContentDisposition!.FileName);
    }

    private string Address => $"/pupils/{World.Leo.Id}/handover/school";

    private async Task<TestPage> MakeAsync(TestClient client, params (string Name, string? Value)[] fields) =>
        await client.PressAsync((await client.GetAsync(Address)).FormWith("Make the package"), "Make the package", fields);
}
