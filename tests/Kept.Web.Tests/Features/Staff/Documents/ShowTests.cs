using Kept.Domain.Access;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_document_says_what_it_is_and_who_looked_at_it()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Letter to look at", "numbat");
        await As(World.Teacher).DownloadAsync($"/documents/{document.Id}/file");
        await WrittenAsync(document.Id.Value, 1);

        var page = await As(World.Senco).GetAsync($"/documents/{document.Id}");

        Assert.Contains("Yes, its words are found by search", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1 Current", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Texts(".openings li"), line => line.StartsWith("Mr Tom Ellis took the file 5 May at 9.30am", StringComparison.Ordinal));
        await WrittenAsync(document.Id.Value, 2);
        await using var db = Host.OpenDb();
        Assert.True(await db.RecordReads.AnyAsync(r => r.PupilId == World.Leo.Id && r.PersonId == World.Teacher.Id && r.What == "document", Cancel));
    }

    [Fact]
    public async Task A_safeguarding_document_is_its_leads_alone()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Kept apart", visibility: Visibility.Safeguarding);

        Assert.Equal("Kept apart", (await As(World.DeputyDsl).GetAsync($"/documents/{document.Id}")).Heading);
        Assert.Equal("Page not found", (await As(World.Head).GetAsync($"/documents/{document.Id}")).Heading);
    }

    private async Task WrittenAsync(Guid document, int openings)
    {
        for (var tenth = 0; tenth < 100; tenth++)
        {
            await using var db = Host.OpenDb();
            if (await db.DocumentOpenings.CountAsync(o => o.DocumentId == new Domain.Id<Domain.Documents.Document>(document), Cancel) >= openings)
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("That somebody looked should have been written down.");
    }
}
