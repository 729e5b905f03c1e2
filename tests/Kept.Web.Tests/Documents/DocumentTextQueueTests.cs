using Kept.Domain.Access;
using Kept.Store.Documents;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Documents;

/// <summary>Several nodes take from one queue, and none of them waits for one that is gone.</summary>
public sealed class DocumentTextQueueTests(HostWithoutReader host) : PageTest(host), IClassFixture<HostWithoutReader>
{
    private DocumentTextQueue Queue => new(Host.Place.Database, Clock);

    [Fact]
    public async Task A_row_is_taken_by_one_and_by_another_once_that_one_is_gone()
    {
        var document = await World.AddDocumentAsync(World.Leo, "To be read by one");
        await WaitAgainAsync(document.Id);

        var mine = Assert.Single(await Queue.TakeAsync(5, Cancel), t => t.DocumentId == document.Id);
        Assert.DoesNotContain(await Queue.TakeAsync(5, Cancel), t => t.DocumentId == document.Id);
        Clock.Pass(DocumentTextQueue.Lease + NodaTime.Duration.FromSeconds(1));
        var again = Assert.Single(await Queue.TakeAsync(5, Cancel), t => t.DocumentId == document.Id);

        Assert.Equal((1, 2), (mine.Tries, again.Tries));
        await Queue.FinishAsync(again, "kakapo", problem: null, Cancel);
        Assert.Contains("To be read by one", (await As(World.Senco).GetAsync("/documents?q=kakapo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_readers_at_once_never_have_the_same_row()
    {
        for (var i = 0; i < 6; i++)
        {
            await WaitAgainAsync((await World.AddDocumentAsync(World.Zainab, $"For many {i}", visibility: Visibility.Staff)).Id);
        }

        var taken = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Queue.TakeAsync(3, Cancel)))).SelectMany(t => t).ToList();

        Assert.Equal(taken.Count, taken.Select(t => t.Id).Distinct().Count());
    }

    private async Task WaitAgainAsync(Domain.Id<Domain.Documents.Document> document)
    {
        await using var db = Host.OpenDb();
        await db.DocumentTexts.Where(t => t.DocumentId == document)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TextState.Waiting).SetProperty(t => t.Tries, 0), Cancel);
    }
}
