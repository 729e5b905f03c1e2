using Kept.Store.Translating;
using Kept.Web.Tests.World;
using Kept.Web.Translating;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace Kept.Web.Tests.Translating;

/// <summary>Translates nothing by itself.</summary>
public sealed class HostWithoutTranslator(Template template) : KeptHost(template)
{
    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.RemoveWorker<Translator>();
    }
}

/// <summary>Many translators share one queue of children whose texts are to be looked through.</summary>
public sealed class TranslationQueueTests(HostWithoutTranslator host) : PageTest(host), IClassFixture<HostWithoutTranslator>
{
    private TranslationQueue Queue => new(Host.Place.Database, Clock);

    [Fact]
    public async Task Of_many_translators_one_takes_each_child()
    {
        await EmptyAsync();
        await WantAsync(World.Leo);
        await WantAsync(World.Zainab);

        var taken = (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Queue.TakeAsync(Cancel), Cancel)))).OfType<HeldRound>().ToList();
        while (await Queue.TakeAsync(Cancel) is { } more)
        {
            taken.Add(more);
        }

        Assert.Equal(2, taken.Count);
        Assert.Equal(2, taken.Select(r => r.PupilId).Distinct().Count());
    }

    [Fact]
    public async Task Who_says_nothing_for_long_loses_the_child_to_another()
    {
        await EmptyAsync();
        await WantAsync(World.Leo);
        var first = (await Queue.TakeAsync(Cancel))!;
        Assert.True(await Queue.KeepAsync(first, Cancel));
        Assert.Null(await Queue.TakeAsync(Cancel));

        Clock.Pass(TranslationQueue.Lease + Duration.FromSeconds(1));
        var second = (await Queue.TakeAsync(Cancel))!;

        Assert.False(await Queue.KeepAsync(first, Cancel));
        await Queue.FinishAsync(first, Cancel);
        Assert.True(await Queue.KeepAsync(second, Cancel));
    }

    [Fact]
    public async Task What_is_written_during_a_round_asks_for_another()
    {
        await EmptyAsync();
        await WantAsync(World.Leo);
        var first = (await Queue.TakeAsync(Cancel))!;
        await World.AddActionAsync(World.Leo, "Bring the form");
        await Queue.FinishAsync(first, Cancel);

        var second = (await Queue.TakeAsync(Cancel))!;
        Assert.Equal(World.Leo.Id, second.PupilId);
        await Queue.FinishAsync(second, Cancel);
        Assert.Null(await Queue.TakeAsync(Cancel));
    }

    [Fact]
    public async Task While_the_engine_is_away_the_pauses_grow_up_to_half_an_hour()
    {
        await EmptyAsync();
        await WantAsync(World.Leo);
        for (var tries = 0; tries < 9; tries++)
        {
            var round = (await Queue.TakeAsync(Cancel))!;
            Assert.Equal(tries, round.Tries);
            await Queue.PutOffAsync(round, Cancel);
            Clock.Pass(TranslationQueue.PauseAfter(tries) - Duration.FromSeconds(1));
            Assert.Null(await Queue.TakeAsync(Cancel));
            Clock.Pass(Duration.FromSeconds(1));
        }

        Assert.Equal(Duration.FromSeconds(15), TranslationQueue.PauseAfter(0));
        Assert.Equal(Duration.FromSeconds(30), TranslationQueue.PauseAfter(1));
        Assert.Equal(Duration.FromMinutes(30), TranslationQueue.PauseAfter(int.MaxValue));
    }

    [Fact]
    public async Task A_stopped_translator_gives_the_child_back_as_if_it_had_never_begun()
    {
        await EmptyAsync();
        await WantAsync(World.Leo);
        await Queue.LetGoAsync((await Queue.TakeAsync(Cancel))!);

        Assert.Equal(0, (await Queue.TakeAsync(Cancel))!.Tries);
    }

    [Fact]
    public async Task Whatever_is_written_of_a_child_asks_that_its_texts_be_looked_through()
    {
        await EmptyAsync();
        await World.AddEntryAsync(World.Noah, "He was tired");

        Assert.Equal(World.Noah.Id, (await Queue.TakeAsync(Cancel))!.PupilId);
    }

    private Task WantAsync(TestPupil child) => Queue.WantAsync(child.SchoolId, child.Id, Cancel);

    private async Task EmptyAsync()
    {
        Clock.Pass(Duration.FromHours(1));
        while (await Queue.TakeAsync(Cancel) is { } round)
        {
            await Queue.FinishAsync(round, Cancel);
        }
    }
}
