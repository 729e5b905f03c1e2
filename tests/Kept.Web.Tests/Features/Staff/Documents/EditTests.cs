using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class EditTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Details_are_changed_found_anew_and_in_the_ledger()
    {
        var document = await World.AddDocumentAsync(World.Leo, "scan0001", "of no matter");
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(),
            ("Form.Title", "Cockatoo report"), ("Form.Category", "ProfessionalReport"), ("Form.Author", "Dr Priya Nair"), ("Form.Tags", "Birds, #Feathers"), ("Form.ReviewOn", "in two weeks"));

        Assert.Equal($"/documents/{document.Id}", page.Url);
        Assert.Equal("Cockatoo report", page.Heading);
        Assert.Contains("19 May", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cockatoo report", (await senco.GetAsync("/documents?q=feathers")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing fits", (await senco.GetAsync("/documents?q=scan0001")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var content = await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && l.Kind == "document-changed").OrderByDescending(l => l.Number)
            .Join(db.LedgerContents, l => new { l.Chain, l.Number }, c => new { c.Chain, c.Number }, (l, c) => c.Content).FirstAsync(Cancel);
        Assert.Contains("scan0001", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_is_overdue_stays_so_when_something_else_is_changed()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Overdue", reviewOn: World.Today.PlusDays(1));
        Clock.Pass(NodaTime.Duration.FromDays(3));
        try
        {
            var senco = As(World.Senco);
            var page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Form.Title", "Overdue still"));

            Assert.Equal("Overdue still", page.Heading);
            Assert.Contains("Review due", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            Clock.Pass(NodaTime.Duration.FromDays(-3));
        }
    }

    [Fact]
    public async Task Another_child_is_named_by_the_number_too()
    {
        var document = await World.AddDocumentAsync(World.Leo, "About two by number");
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Form.Others", World.Zainab.Upn.ToLowerInvariant()));

        Assert.Contains("Zainab Ali, Leo Bennett", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filed_under_the_wrong_child_it_is_put_right()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Meant for another");
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Form.Others", "Zainab Ali"));
        Assert.Contains("Zainab Ali, Leo Bennett", page.Text, StringComparison.Ordinal);
        page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Stay", World.Zainab.Id.ToString()));
        Assert.DoesNotContain("Leo Bennett", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync($"/documents/{document.Id}")).Status);

        page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Form.Others", "Leo Bennett"));
        Assert.Contains("Leo Bennett", page.Text, StringComparison.Ordinal);
        page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Stay", null));
        Assert.Contains("always about somebody", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrowed_it_is_gone_from_whoever_may_not_see_it_and_a_stale_form_is_told()
    {
        var document = await World.AddDocumentAsync(World.Leo, "To be narrowed", visibility: Visibility.Staff);
        var (teacher, senco) = (As(World.Teacher), As(World.Senco));
        var stale = (await senco.GetAsync($"/documents/{document.Id}/edit")).Form();

        var page = await teacher.SubmitAsync((await teacher.GetAsync($"/documents/{document.Id}/edit")).Form(), ("Form.Visibility", "SendTeam"));
        Assert.Equal("/documents", page.Url);
        Assert.Contains("Only the SEND team can see it now", page.Text, StringComparison.Ordinal);

        page = await senco.SubmitAsync(stale, ("Form.Title", "Mine"));
        Assert.Equal((HttpStatusCode.BadRequest, "Mine"), (page.Status, page.Value("Form.Title")));
    }
}
