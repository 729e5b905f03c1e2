using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Telling;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.World;

public sealed partial class SmallWorld
{
    /// <summary>A letter to this carer about what was shared of the child, printed and not in the post yet.</summary>
    public async Task<LetterRun> AddLetterRunAsync(TestPupil child, TestPerson carer, Guid about)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var run = new LetterRun { Id = Id<LetterRun>.New(), SchoolId = child.SchoolId, ById = Senco.Id, MadeAt = Now };
        var letter = Dispatch.To(await db.People.SingleAsync(p => p.Id == carer.Id), WayToTell.Letter, "en", Now);
        db.AddRange(run, letter, new Notice
        {
            Id = Id<Notice>.New(),
            SchoolId = child.SchoolId,
            CarerId = carer.Id,
            TidingId = Id<Tiding>.New(),
            PupilId = child.Id,
            Of = NoticeOf.Agreed,
            AboutId = about,
            Visibility = NoticeOf.Agreed.Visibility(),
            MadeAt = Now,
            DispatchId = letter.Id
        });
        await db.SaveChangesAsync();
        await db.Dispatches.Where(d => d.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.RunId, run.Id).SetProperty(d => d.RunNumber, 1));
        return run;
    }

    /// <summary>Something that the SENCO tells every family of Hillview.</summary>
    public async Task<News> AddNewsAsync(string title)
    {
        var news = News.Write(Id<News>.New(), Hillview.Id, title, "All families are welcome.", yearGroup: null, Senco.Id, Now).OrThrow();
        await using var db = Host.OpenDb();
        Assert.Null(await new TellingRegister(db, Senco.AsViewer, Host.Clock).TellAsync(news, new VisibleRecord(db, Senco.AsViewer, Host.Clock), CancellationToken.None));
        return news;
    }
}
