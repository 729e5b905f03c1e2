using System.Net;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Family.Telling;

/// <summary>A carer has it before them, reads news, says how they want to hear, and gets a link when they are signed out.</summary>
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

    [Fact]
    public async Task News_is_read_on_its_own_page_and_is_new_once()
    {
        await BothParentsAsync();
        await using (var db = Host.OpenDb())
        {
            var news = News.Write(Id<News>.New(), World.Hillview.Id, "A walk in the woods", "Friday.", yearGroup: null, World.Senco.Id, Clock.Now).OrThrow();
            Assert.Null(await new TellingRegister(db, World.Senco.AsViewer, Clock).TellAsync(news, Cancel));
        }

        await TellAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        Assert.Contains("New", (await mother.GetAsync(Home)).Texts(".say").Single(), StringComparison.Ordinal);

        Assert.Contains("A walk in the woods", (await mother.GetAsync($"/family/hillview/{World.Leo.Id}/news")).Text, StringComparison.Ordinal);

        Assert.Empty((await mother.GetAsync(Home)).Texts(".say"));
        Assert.Equal(HttpStatusCode.NotFound, (await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/news")).Status);
    }

    [Fact]
    public async Task A_carer_says_how_they_want_to_hear_and_only_for_themselves()
    {
        await BothParentsAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
        Assert.Contains("laura.bennett@home.example", page.Text, StringComparison.Ordinal);

        var saved = await mother.SubmitAsync(page.Form(), ("Method", "Text"), ("Rhythm", "Weekly"));

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var ties = await db.Relationships.AsNoTracking().Where(t => t.PupilId == World.Leo.Id).ToListAsync(Cancel);
        Assert.Equal((ContactMethod.Text, Rhythm.Weekly), ties.Where(t => t.CarerId == World.LeosMother.Id).Select(t => (t.PreferredMethod, t.Rhythm)).Single());
        Assert.Equal((ContactMethod.NotSaid, Rhythm.AtOnce), ties.Where(t => t.CarerId == World.LeosFather.Id).Select(t => (t.PreferredMethod, t.Rhythm)).Single());
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
