using System.Net;
using Kept.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.World;

/// <summary>The ground that the other tests stand on.</summary>
public sealed class KeptHostTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_member_of_staff_is_signed_in_as_themselves()
    {
        var page = await As(World.Senco).GetAsync("/today");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Mrs Amina Khan", page.Html, StringComparison.Ordinal);
        Assert.Contains("Hillview School", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signed_out_sees_a_staff_page()
    {
        var visitor = SignedOut();
        visitor.FollowsRedirects = false;

        var page = await visitor.GetAsync("/today");

        Assert.StartsWith("/sign-in", new Uri(TestClient.Address, page.RedirectsTo).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_left_is_let_in_no_more()
    {
        var page = await As(World.Left).GetAsync("/today");

        Assert.DoesNotContain("Hillview", page.Html, StringComparison.Ordinal);
        Assert.NotEqual("/today", page.Url);
    }

    [Fact]
    public async Task What_is_added_to_the_world_is_in_the_ledger()
    {
        var action = await World.AddActionAsync(World.Leo, "Share a shorter start-of-day plan", World.Teacher);
        await World.AddEntryAsync(World.Leo, "Worried about the bus", Visibility.Safeguarding);
        await World.AddEnquiryAsync(World.Leo, "Asks who to ring");
        await World.ChangeAsync(action, a => a.Start(Clock.Now));

        await using var db = Host.OpenDb();
        var kinds = await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value).OrderBy(l => l.Number).Select(l => l.Kind).ToListAsync(Cancel);
        Assert.Equal(["actions-imported", "entry-kept", "entry-kept", "action-started"], kinds[^4..]);
    }

    [Fact]
    public async Task What_is_written_down_behind_a_page_is_not_counted_as_the_pages()
    {
        var office = As(World.Office);
        using var counter = StatementCounter.Of(Host);
        await office.GetAsync($"/pupils/{World.Noah.Id}");
        var ofThePage = counter.Statements;

        await using var db = Host.OpenDb();
        while (!await db.RecordReads.AnyAsync(r => r.PupilId == World.Noah.Id, Cancel))
        {
            await Task.Delay(50, Cancel);
        }

        Assert.True(ofThePage > 0);
        Assert.Equal(ofThePage, counter.Statements);
    }
}
