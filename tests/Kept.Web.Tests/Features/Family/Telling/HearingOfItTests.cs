using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Telling;

/// <summary>That a carer has it before them is kept, and is not an act.</summary>
public sealed class HearingOfItTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    private string Home => $"/family/hillview/{World.Leo.Id}";

    [Fact]
    public async Task Opening_the_page_is_kept_for_this_carer_alone_and_ends_what_was_still_to_be_done()
    {
        await BothParentsAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await SetAsync(World.LeosMother, ContactMethod.Phone);
        var entry = await World.AddEntryAsync(World.Leo, "Read by one");
        await PassGraceAndTellAsync();
        Assert.Equal(DispatchState.ByHand, (await Host.DispatchesAsync(World.LeosMother))[^1].State);

        // Staff who look from their side open nothing.
        await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview?as=them");
        Assert.All(await Host.NoticesAsync(entry.Id.Value), n => Assert.Null(n.OpenedAt));
        await mother.GetAsync(Home);

        var notices = await Host.NoticesAsync(entry.Id.Value);
        Assert.NotNull(Assert.Single(notices, n => n.CarerId == World.LeosMother.Id).OpenedAt);
        Assert.Null(Assert.Single(notices, n => n.CarerId == World.LeosFather.Id).OpenedAt);
        Assert.Equal(DispatchState.Dropped, (await Host.DispatchesAsync(World.LeosMother))[^1].State);
        Assert.Contains("Opened", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
        await SetAsync(World.LeosMother, ContactMethod.NotSaid);
    }

    private async Task SetAsync(TestPerson carer, ContactMethod method)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == World.Leo.Id && t.CarerId == carer.Id, Cancel);
        Assert.Null(await record.SaveAsync(tie.Prefer(new ContactPreferences(method, null, "en", InterpreterNeeded: false, null)).OrThrow(), Cancel));
    }
}
