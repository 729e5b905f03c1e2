using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kept.Store.Sharing;

/// <summary>What of a save a family will read that it could not read before.</summary>
/// <param name="Words">May be empty: a meeting without a place is shared too.</param>
/// <param name="Only">The one carer who reads it; null for all who may be told.</param>
internal sealed record AboutToBeShared(Id<Pupil> PupilId, string Words, Id<Person>? SpokeWith = null, Id<Person>? Only = null)
{
    /// <summary>Read from the rows that the save changes. What families never read is not named here.</summary>
    public static async Task<IReadOnlyList<AboutToBeShared>> InAsync(KeptDb db, CancellationToken cancel)
    {
        List<AboutToBeShared> found = [];
        var changing = db.ChangeTracker.Entries().Where(r => r.State is EntityState.Added or EntityState.Modified).ToList();
        foreach (var row in changing)
        {
            if (await OfAsync(db, row, cancel) is { } shared)
            {
                found.Add(shared);
            }
        }

        found.AddRange(await DocumentsToBeShared.InAsync(db, changing, cancel));
        return found;
    }

    private static async Task<AboutToBeShared?> OfAsync(KeptDb db, EntityEntry row, CancellationToken cancel) => row.Entity switch
    {
        LogEntry { Visibility: Visibility.Family } entry => Changed(row, entry.PupilId) is { } all ? all with { SpokeWith = entry.SpokeWithId } : null,
        EntryVersion { Visibility: Visibility.Family } before when row.State is EntityState.Added => new(before.PupilId, before.Reason),
        AgreedAction { Visibility: Visibility.Family } action => Changed(row, action.PupilId),
        ActionChange { Reason: { } reason } change when row.State is EntityState.Added
            && await db.Actions.FindAsync([change.SchoolId, change.ActionId], cancel) is { Visibility: Visibility.Family } => new(change.PupilId, reason),
        Meeting { Visibility: Visibility.Family } meeting => Changed(row, meeting.PupilId),
        Review { Visibility: Visibility.Family } review => Changed(row, review.PupilId),
        Enquiry enquiry when Differs(row, nameof(Enquiry.Answer)) => new(
            enquiry.PupilId, enquiry.Answer ?? "", Only: await db.Concerns.Where(c => c.EntryId == enquiry.EntryId).Select(c => (Id<Person>?)c.CarerId).FirstOrDefaultAsync(cancel)),
        PlanVersion version when row.State is EntityState.Added => new(version.PupilId, await PlanWords.NewInAsync(db, version, cancel)),
        PlanView view when Differs(row, nameof(PlanView.Answer)) => new(view.PupilId, view.Answer ?? "", Only: view.CarerId),
        InterpreterRequest request when Changed(row, request.PupilId) is { } said => said with { Only = request.CarerId },
        Message { IsFromFamily: false } message when row.State is EntityState.Added && await db.MessageThreads.FindAsync([message.SchoolId, message.ThreadId], cancel) is { } thread =>
            new(message.PupilId, $"{(message.Number == 1 ? thread.Subject : "")} {Between} {message.Words}", Only: thread.CarerId),
        Translation given when row.State is EntityState.Added => await TranslationsToBeShared.OfAsync(db, given, cancel),
        _ => null
    };

    private const string Between = "\u2029";

    /// <summary>The days and times that families read: another one is told to them, though it has no words.</summary>
    private static readonly HashSet<string> Days = [nameof(AgreedAction.DueOn), nameof(Meeting.On), nameof(Meeting.At)];

    /// <summary>All of what is new to the family; of what they could read before, what has changed. Null where nothing has.</summary>
    private static AboutToBeShared? Changed(EntityEntry row, Id<Pupil> pupil)
    {
        var isNew = row.State is EntityState.Added || (row.Metadata.FindProperty(nameof(Visibility)) is not null && row.Property(nameof(Visibility)).IsModified);
        var words = string.Join($" {Between} ", row.Properties.Where(p => isNew || p.IsModified).Select(p => p.CurrentValue).OfType<string>());
        return isNew || words.Length > 0 || row.Properties.Any(p => p.IsModified && Days.Contains(p.Metadata.Name)) ? new AboutToBeShared(pupil, words) : null;
    }

    private static bool Differs(EntityEntry row, string property) => row.Property(property) is var p && p.CurrentValue is string && (row.State is EntityState.Added || p.IsModified);
}
