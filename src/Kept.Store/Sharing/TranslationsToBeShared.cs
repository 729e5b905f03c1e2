using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Sharing;

/// <summary>A person’s translation is read by those who read what it translates: it is held against the same, since a translator writes freely.</summary>
internal static class TranslationsToBeShared
{
    /// <summary>Null where only staff read it: what a family wrote, in English.</summary>
    public static async Task<AboutToBeShared?> OfAsync(KeptDb db, Translation given, CancellationToken cancel)
    {
        var shared = new AboutToBeShared(given.PupilId, given.Words);
        switch (given.Kind)
        {
            case WrittenKind.ConcernWords or WrittenKind.AnswerMissing or WrittenKind.ContributionWords or WrittenKind.PlanViewWords:
                return null;
            case WrittenKind.MessageWords:
                var message = new Id<Message>(given.TextId);
                var carers = db.Messages.Where(m => m.Id == message && !m.IsFromFamily).Join(db.MessageThreads, m => m.ThreadId, t => t.Id, (_, t) => (Id<Person>?)t.CarerId);
                return await carers.FirstOrDefaultAsync(cancel) is { } to ? shared with { Only = to } : null;
            case WrittenKind.EnquiryAnswer:
                var enquiry = new Id<Enquiry>(given.TextId);
                return shared with { Only = await db.Enquiries.Where(q => q.Id == enquiry).Join(db.Concerns, q => q.EntryId, c => c.EntryId, (_, c) => (Id<Person>?)c.CarerId).FirstOrDefaultAsync(cancel) };
            case WrittenKind.PlanViewAnswer:
                var view = new Id<PlanView>(given.TextId);
                return shared with { Only = await db.PlanViews.Where(v => v.Id == view).Select(v => (Id<Person>?)v.CarerId).FirstOrDefaultAsync(cancel) };
            case WrittenKind.EntryIssue or WrittenKind.EntrySaid or WrittenKind.EntryNote:
                var entry = new Id<LogEntry>(given.TextId);
                return shared with { SpokeWith = await db.LogEntries.Where(e => e.Id == entry).Select(e => e.SpokeWithId).FirstOrDefaultAsync(cancel) };
            default:
                return shared;
        }
    }
}
