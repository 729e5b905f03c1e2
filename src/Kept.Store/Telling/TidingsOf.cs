using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
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
            CarerId = both.Told!.Value.For,
            Of = both.Told.Value.Of,
            AboutId = both.Told.Value.About,
            At = at,
            ById = by.PersonId
        });

    private static (NoticeOf Of, Guid About, Id<Person>? For)? Told(KeptDb db, ILedgerEvent happened) => happened switch
    {
        // A concern comes as an entry too, and is not shared.
        EntryKept kept when InHand<LogEntry>(db, e => e.Id == kept.EntryId) is { Visibility: Visibility.Family } => (NoticeOf.Agreed, kept.EntryId.Value, null),
        EntryCorrected kept when InHand<LogEntry>(db, e => e.Id == kept.EntryId) is { Visibility: Visibility.Family } => (NoticeOf.Agreed, kept.EntryId.Value, null),
        MeetingBooked booked when InHand<Meeting>(db, m => m.Id == booked.MeetingId) is { Visibility: Visibility.Family } => (NoticeOf.Meeting, booked.MeetingId.Value, null),
        MeetingCancelled off when InHand<Meeting>(db, m => m.Id == off.MeetingId) is { Visibility: Visibility.Family } => (NoticeOf.Meeting, off.MeetingId.Value, null),
        MeetingChanged moved when InHand<Meeting>(db, m => m.Id == moved.MeetingId) is { Visibility: Visibility.Family } meeting && IsElsewhere(db, meeting) =>
            (NoticeOf.Meeting, moved.MeetingId.Value, null),
        PlanPublished published => (NoticeOf.Plan, published.VersionId.Value, null),
        EnquiryAnswered answered => (NoticeOf.Answer, answered.EnquiryId.Value, null),
        PlanViewAnswered answered when InHand<PlanView>(db, v => v.Id == answered.ViewId) is { } view => (NoticeOf.PlanAnswer, answered.ViewId.Value, view.CarerId),
        MessageSent sent => Written(db, m => m.Id == sent.MessageId),
        ThreadStarted started => Written(db, m => m.ThreadId == started.ThreadId),
        ThreadClosed closed => Written(db, m => m.ThreadId == closed.ThreadId && m.Closes),
        ActionMoved or ActionReassigned or ActionParked or ActionReopened or ActionDone => Changed(db, (IActionEvent)happened),
        _ => null
    };

    /// <summary>To the one carer of the thread.</summary>
    private static (NoticeOf, Guid, Id<Person>?)? Written(KeptDb db, Func<Message, bool> which) =>
        InHand<Message>(db, m => which(m) && db.Entry(m).State is EntityState.Added) is { IsFromFamily: false } message && InHand<MessageThread>(db, t => t.Id == message.ThreadId) is { } thread
            ? (NoticeOf.Message, message.Id.Value, thread.CarerId)
            : null;

    private static (NoticeOf, Guid, Id<Person>?)? Changed(KeptDb db, IActionEvent changed) =>
        InHand<AgreedAction>(db, a => a.Id == changed.ActionId) is { Visibility: Visibility.Family }
        && InHand<ActionChange>(db, c => c.ActionId == changed.ActionId && c.Kind == changed.Kind) is { } line
            ? (NoticeOf.Changed, line.Id.Value, null)
            : null;

    private static bool IsElsewhere(KeptDb db, Meeting meeting)
    {
        var row = db.Entry(meeting);
        return row.Property(m => m.On).IsModified || row.Property(m => m.At).IsModified || row.Property(m => m.Place).IsModified;
    }

    private static T? InHand<T>(KeptDb db, Func<T, bool> which)
        where T : class => db.ChangeTracker.Entries<T>().Where(row => row.State is not EntityState.Deleted).Select(row => row.Entity).FirstOrDefault(which);
}
