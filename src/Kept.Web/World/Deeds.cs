using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Store;
using NodaTime;

namespace Kept.Web.World;

/// <summary>What people do to the record, each through the door as they have it, at the moment that is told.</summary>
internal sealed class Deeds(KeptDb db, StoryClock clock)
{
    private Instant Now => clock.Now;

    private LocalDate Today => Now.InZone(Domain.Schools.School.Zone).Date;

    public async Task KeepAsync(Adult by, LogEntry entry, IEnumerable<AgreedAction> actions, Enquiry? enquiry)
    {
        db.Add(entry);
        db.AddRange(actions);
        if (enquiry is not null)
        {
            db.Add(enquiry);
        }

        await SaveAsync(by, new EntryKept(entry.PupilId, entry.Id));
    }

    public Task CorrectAsync(Adult by, LogEntry entry, EntryContent lines, string reason)
    {
        db.Attach(entry);
        db.Add(entry.Correct(lines, reason, by.Person.Id, Now).OrThrow());
        return SaveAsync(by, new EntryCorrected(entry.PupilId, entry.Id, reason));
    }

    public Task ReviewAsync(Adult by, LogEntry entry, LookBack look, string changed, string? next, LocalDate? again)
    {
        db.Attach(entry);
        var review = Review.Hold(entry, look.Happened, changed, next, again, Today, by.Person.Id, Now).OrThrow();
        db.Add(review);
        return SaveAsync(by, new ReviewHeld(entry.PupilId, review.Id));
    }

    public Task AcknowledgeAsync(Adult by, Enquiry enquiry, LocalDate promise) =>
        ChangeAsync(by, enquiry, () => enquiry.Acknowledge(promise, Today, by.Person.Id, Now).OrThrow());

    public Task AnswerAsync(Adult by, Enquiry enquiry, string answer) =>
        ChangeAsync(by, enquiry, () => enquiry.Resolve(answer, by.Person.Id, Now).OrThrow());

    public Task StartAsync(Adult by, AgreedAction action) => ChangeAsync(by, action, () => action.Start(Now).OrThrow());

    public Task FinishAsync(Adult by, AgreedAction action, string? whatChanged, string? evidence) =>
        ChangeAsync(by, action, () => action.MarkDone(whatChanged, evidence, Today, Now).OrThrow());

    public Task MoveAsync(Adult by, AgreedAction action, LocalDate day, string reason) =>
        ChangeAsync(by, action, () => action.MoveTo(day, reason, Today, Now).OrThrow());

    public Task ParkAsync(Adult by, AgreedAction action, LocalDate lookAgain, string reason) =>
        ChangeAsync(by, action, () => action.Park(reason, lookAgain, Today, Now).OrThrow());

    public Task GiveAsync(Adult by, AgreedAction action, Owner to, string reason) =>
        ChangeAsync(by, action, () => action.GiveTo(to, reason, Today, Now).OrThrow());

    private Task ChangeAsync(Adult by, IAboutPupil row, Func<ILedgerEvent> change)
    {
        db.Attach(row);
        return SaveAsync(by, change());
    }

    private async Task SaveAsync(Adult by, ILedgerEvent happened)
    {
        var record = new VisibleRecord(db, by.Viewer, clock);
        if (await record.SaveAsync(happened) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }
}
