using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Telling;

namespace Kept.Web.Tests.World;

public sealed partial class SmallWorld
{
    /// <summary>Something that the SENCO tells every family of Hillview.</summary>
    public async Task<News> AddNewsAsync(string title)
    {
        var news = News.Write(Id<News>.New(), Hillview.Id, title, "All families are welcome.", yearGroup: null, Senco.Id, Now).OrThrow();
        await using var db = Host.OpenDb();
        Assert.Null(await new TellingRegister(db, Senco.AsViewer, Host.Clock).TellAsync(news, new VisibleRecord(db, Senco.AsViewer, Host.Clock), CancellationToken.None));
        return news;
    }
}
