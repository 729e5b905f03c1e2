using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>What of a save families are to be told: read from the rows that it changes, and saved with them.</summary>
internal static class TidingsOf
{
    public static IEnumerable<Tiding> Saving(KeptDb db, IReadOnlyCollection<ILedgerEvent> happened, Viewer by, Instant at) =>
        happened.Select(e => (Event: e as IRecordEvent, Told: Told(db, e))).Where(both => both.Told is not null).Select(both => new Tiding
        {
            Id = Id<Tiding>.New(),
            SchoolId = by.SchoolId,
            PupilId = both.Event!.PupilId,
            Of = both.Told!.Value.Of,
            AboutId = both.Told.Value.About,
            At = at,
            ById = by.PersonId
        });

    private static (NoticeOf Of, Guid About)? Told(KeptDb db, ILedgerEvent happened) => happened switch
    {
        // A concern comes as an entry too, and is not shared.
        EntryKept kept when InHand<LogEntry>(db, e => e.Id == kept.EntryId) is { Visibility: Visibility.Family } => (NoticeOf.Agreed, kept.EntryId.Value),
        EntryCorrected kept when InHand<LogEntry>(db, e => e.Id == kept.EntryId) is { Visibility: Visibility.Family } => (NoticeOf.Agreed, kept.EntryId.Value),
        MeetingBooked booked when InHand<Meeting>(db, m => m.Id == booked.MeetingId) is { Visibility: Visibility.Family } => (NoticeOf.Meeting, booked.MeetingId.Value),
        MeetingCancelled off when InHand<Meeting>(db, m => m.Id == off.MeetingId) is { Visibility: Visibility.Family } => (NoticeOf.Meeting, off.MeetingId.Value),
        MeetingChanged moved when InHand<Meeting>(db, m => m.Id == moved.MeetingId) is { Visibility: Visibility.Family } meeting && IsElsewhere(db, meeting) =>
            (NoticeOf.Meeting, moved.MeetingId.Value),
        PlanPublished published => (NoticeOf.Plan, published.VersionId.Value),
        EnquiryAnswered answered => (NoticeOf.Answer, answered.EnquiryId.Value),
        ActionMoved or ActionReassigned or ActionParked or ActionReopened or ActionDone => Changed(db, (IActionEvent)happened),
        _ => null
    };

    private static (NoticeOf, Guid)? Changed(KeptDb db, IActionEvent changed) =>
        InHand<AgreedAction>(db, a => a.Id == changed.ActionId) is { Visibility: Visibility.Family }
        && InHand<ActionChange>(db, c => c.ActionId == changed.ActionId && c.Kind == changed.Kind) is { } line
            ? (NoticeOf.Changed, line.Id.Value)
            : null;

    private static bool IsElsewhere(KeptDb db, Meeting meeting)
    {
        var row = db.Entry(meeting);
        return row.Property(m => m.On).IsModified || row.Property(m => m.At).IsModified || row.Property(m => m.Place).IsModified;
    }

    private static T? InHand<T>(KeptDb db, Func<T, bool> which)
        where T : class => db.ChangeTracker.Entries<T>().Where(row => row.State is not EntityState.Deleted).Select(row => row.Entity).FirstOrDefault(which);
}
