using Kept.Domain;
using Kept.Domain.Packs;
using Kept.Store.Packs;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Packs;

/// <summary>Many makers share one queue: each pack is made once, and one whose maker dies is made by another.</summary>
public sealed class PackQueueTests(HostWithoutMaker host) : PageTest(host), IClassFixture<HostWithoutMaker>
{
    private PackQueue Queue => new(Host.Place.Database, Clock);

    [Fact]
    public async Task Of_many_makers_one_takes_each_pack()
    {
        await AskAsync();
        await AskAsync();

        var taken = (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Queue.TakeAsync(Cancel), Cancel)))).OfType<PackToMake>().ToList();
        while (await Queue.TakeAsync(Cancel) is { } more)
        {
            taken.Add(more);
        }

        Assert.Equal(taken.Count, taken.Select(p => p.Id).Distinct().Count());
        Assert.True(taken.Count >= 2);
        Assert.Null(await Queue.TakeAsync(Cancel));
    }

    [Fact]
    public async Task Who_says_nothing_for_long_loses_the_pack_to_another()
    {
        var id = await AskAsync();
        var first = await TakeAsync(id);
        Assert.True(await Queue.StepAsync(first, "Writing", 20, Cancel));

        Clock.Pass(PackQueue.Lease + Duration.FromSeconds(1));
        var second = await TakeAsync(id);

        Assert.Equal(2, second.Try);
        Assert.False(await Queue.StepAsync(first, "Writing", 30, Cancel));
        Assert.False(await Queue.FinishAsync(first, 10, Cancel));
        Assert.True(await Queue.FinishAsync(second, 10, Cancel));
    }

    [Fact]
    public async Task One_that_ends_its_makers_again_and_again_is_given_up()
    {
        var id = await AskAsync();
        for (var i = 0; i < 3; i++)
        {
            await TakeAsync(id);
            Clock.Pass(PackQueue.Lease + Duration.FromSeconds(1));
        }

        while (await Queue.TakeAsync(Cancel) is { } other)
        {
            Assert.NotEqual(id, other.Id);
        }

        Assert.Equal(PackState.Failed, (await RowAsync(id))!.State);
    }

    [Fact]
    public async Task A_cancelled_pack_stops_its_maker_and_is_made_by_nobody()
    {
        var id = await AskAsync();
        var held = await TakeAsync(id);
        await using (var db = Host.OpenDb())
        {
            var record = await Host.RecordOfAsync(db, World.Senco);
            Assert.Null(await record.SaveAsync((await record.Packs.SingleAsync(p => p.Id == id, Cancel)).Cancel(Clock.Now).OrThrow(), Cancel));
        }

        Assert.False(await Queue.StepAsync(held, "Writing", 50, Cancel));
        Assert.False(await Queue.FinishAsync(held, 10, Cancel));
        Assert.Equal(PackState.Cancelled, (await RowAsync(id))!.State);
    }

    [Fact]
    public async Task A_stopped_maker_gives_it_back_as_if_it_had_never_begun()
    {
        var id = await AskAsync();
        await Queue.LetGoAsync(await TakeAsync(id));

        Assert.Equal(1, (await TakeAsync(id)).Try);
    }

    [Fact]
    public async Task A_finished_pack_is_forgotten_after_some_days()
    {
        var id = await AskAsync();
        Assert.True(await Queue.FinishAsync(await TakeAsync(id), 10, Cancel));
        Assert.DoesNotContain(id, await Queue.ForgetOldAsync(Cancel));

        Clock.Pass(Pack.KeptFor + Duration.FromMinutes(1));

        Assert.Contains(id, await Queue.ForgetOldAsync(Cancel));
        Assert.Null(await RowAsync(id));
    }

    private async Task<Id<Pack>> AskAsync()
    {
        await using var db = Host.OpenDb();
        var pack = Pack.Ask(World.Senco.AsViewer, World.Leo.Id, Packing.For(PackAudience.Tribunal), null, World.Today, Clock.Now).OrThrow();
        var record = await Host.RecordOfAsync(db, World.Senco);
        record.Add(pack);
        Assert.Null(await record.SaveAsync(new PackAsked(pack.PupilId, pack.Id, pack.Audience), Cancel));
        return pack.Id;
    }

    private async Task<PackToMake> TakeAsync(Id<Pack> id)
    {
        while (await Queue.TakeAsync(Cancel) is { } pack)
        {
            if (pack.Id == id)
            {
                return pack;
            }
        }

        throw new InvalidOperationException("It is not there to be taken.");
    }

    private async Task<Pack?> RowAsync(Id<Pack> id)
    {
        await using var db = Host.OpenDb();
        return await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, Cancel);
    }
}
