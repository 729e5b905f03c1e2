using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Log;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using Kept.Domain.Access;

namespace Kept.Web.Tests.World;

/// <summary>In which language a carer reads, and who may read what was said.</summary>
public sealed partial class SmallWorld
{
    public async Task ReadsAsync(TestPupil child, TestPerson carer, string language)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == child.Id && t.CarerId == carer.Id);
        Assert.Null(await record.SaveAsync(tie.Prefer(new ContactPreferences(tie.PreferredMethod, tie.PreferredTimes, language, tie.InterpreterNeeded, tie.AccessibleFormat)).OrThrow()));
    }

    /// <summary>A conversation as it should have been written down, with other words or for fewer people.</summary>
    public async Task CorrectAsync(LogEntry entry, Func<EntryContent, EntryContent> now)
    {
        await using var db = Host.OpenDb(entry.SchoolId);
        var record = new VisibleRecord(db, Dsl.AsViewer, Host.Clock);
        var stored = await record.Entries.SingleAsync(e => e.Id == entry.Id);
        var was = stored.Correct(now(stored.Content), "It was not so", Dsl.Id, Now).OrThrow();
        record.Add(was);
        foreach (var action in await record.Actions.Where(a => a.EntryId == entry.Id).ToListAsync())
        {
            Assert.Null(action.ShowTo(stored.Visibility, Dsl.AsOwner));
        }

        foreach (var enquiry in await record.Enquiries.Where(q => q.EntryId == entry.Id).ToListAsync())
        {
            enquiry.SeenAs(stored.Visibility);
        }

        Assert.Null(await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, "It was not so")));
    }
}
