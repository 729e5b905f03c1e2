using System.Net;
using Kept.Domain;
using Kept.Store.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Family.News;

/// <summary>What the school tells many families, as one carer reads it.</summary>
public sealed class IndexTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    private string Home => $"/family/hillview/{World.Leo.Id}";

    [Fact]
    public async Task News_is_read_on_its_own_page_and_is_new_once()
    {
        await BothParentsAsync();
        await using (var db = Host.OpenDb())
        {
            var news = Domain.Telling.News.Write(Id<Domain.Telling.News>.New(), World.Hillview.Id, "A walk in the woods", "Friday.", yearGroup: null, World.Senco.Id, Clock.Now).OrThrow();
            Assert.Null(await new TellingRegister(db, World.Senco.AsViewer, Clock).TellAsync(news, await Host.RecordOfAsync(db, World.Senco), Cancel));
        }

        await TellAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        Assert.Contains("New", (await mother.GetAsync(Home)).Texts(".say").Single(), StringComparison.Ordinal);

        Assert.Contains("A walk in the woods", (await mother.GetAsync($"/family/hillview/{World.Leo.Id}/news")).Text, StringComparison.Ordinal);

        Assert.Empty((await mother.GetAsync(Home)).Texts(".say"));
        Assert.Equal(HttpStatusCode.NotFound, (await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/news")).Status);
    }
}
