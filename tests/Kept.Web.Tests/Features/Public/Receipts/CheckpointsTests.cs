using System.Net;
using Kept.Domain.Ledger;
using Kept.Store.Ledger;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.Receipts;

/// <summary>Every day's seal, open to anybody, so that it can be kept where nobody here can change it.</summary>
public sealed class CheckpointsTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Number_day_seal_and_key_are_there_page_by_page_and_no_school_says_more_than_another()
    {
        using var key = LedgerKey.OpenOrMake(Host.Place.Directory);
        var checkpoints = new Checkpoints(Host.Place.Database, Host.Clock);
        await checkpoints.MakeForTodayAsync(key, Cancel);
        for (var i = 0; i < 31; i++)
        {
            Host.Clock.Pass(Duration.FromDays(1));
            await checkpoints.MakeForTodayAsync(key, Cancel);
        }

        var last = (await checkpoints.LastAsync(Cancel))!;
        var stranger = Host.SignedOut();

        var page = await stranger.GetAsync("/proof/hillview/checkpoints");
        var older = await stranger.GetAsync(page.LinkTo("Older seals"));

        Assert.Equal(30, page.Texts("main ol .row").Count);
        Assert.Contains($"Number {last.Number}, {last.MadeOn.ToString("d MMMM yyyy", null)}", page.Texts("main ol .row")[0], StringComparison.Ordinal);
        Assert.Contains(Seal.InWords(last.Hash), page.Texts("main ol .row")[0], StringComparison.Ordinal);
        Assert.Contains("BEGIN PUBLIC KEY", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", page.Html, StringComparison.Ordinal);
        Assert.Equal(last.Number - 30, older.Texts("main ol .row").Count);
        Assert.StartsWith("Number 1,", older.Texts("main ol .row")[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Older seals", older.Text, StringComparison.Ordinal);
        Assert.Equal(page.Texts("main ol .row"), (await stranger.GetAsync("/proof/riverside/checkpoints")).Texts("main ol .row"));
    }

    [Fact]
    public async Task The_school_leads_its_governors_there() =>
        Assert.Equal("/proof/hillview/checkpoints", (await As(World.Governor).GetAsync("/proof")).LinkTo("Every checkpoint, as anybody can see it"));

    [Fact]
    public async Task A_school_that_is_not_here_has_none() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Host.SignedOut().GetAsync("/proof/nowhere/checkpoints")).Status);
}
