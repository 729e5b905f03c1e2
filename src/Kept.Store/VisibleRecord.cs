using System.Linq.Expressions;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Handovers;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.MovingUp;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using Kept.Domain.Sharing;
using Kept.Domain.Telling;
using Kept.Domain.Translating;
using Kept.Store.Actions;
using Kept.Store.Conventions;
using Kept.Store.Documents;
using Kept.Store.Families;
using Kept.Store.Handovers;
using Kept.Store.Ledger;
using Kept.Store.Log;
using Kept.Store.Meetings;
using Kept.Store.MovingUp;
using Kept.Store.Packs;
using Kept.Store.People;
using Kept.Store.Plans;
using Kept.Store.Pupils;
using Kept.Store.Reviews;
using Kept.Store.Search;
using Kept.Store.Sharing;
using Kept.Store.Telling;
using Kept.Store.Translating;
using Kept.Store.Views;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store;

/// <summary>
/// The record as one person may see it: the guarded door. Everything it offers is already narrowed, so lists, counts, search and
/// exports agree; its only way to save asks what happened, so a change without history does not compile.
/// </summary>
public sealed partial class VisibleRecord(KeptDb db, Viewer viewer, IClock clock)
{
    public Viewer Viewer => viewer;

    /// <summary>The same record with nothing in it but what is shared with families: for a carer, with this child’s.</summary>
    internal VisibleRecord SharedWithTheFamilyOf(Id<Pupil> child) => new(
        db,
        viewer switch
        {
            StaffViewer staff => staff.HeldTo(Sight.OfAFamily.MaySee),
            CarerViewer carer => new FamilyViewer(carer.SchoolId, carer.PersonId, child),
            _ => throw new InvalidOperationException("Only carers, and staff from a carer’s side, look at what is shared.")
        },
        clock);

    internal LocalDate Today => Now.Date;

    /// <summary>By the clock of schools.</summary>
    internal LocalDateTime Now => clock.GetCurrentInstant().InZone(School.Zone).LocalDateTime;

    public IQueryable<Pupil> Pupils => db.Pupils.VisibleTo(viewer, db);

    public IQueryable<LogEntry> Entries => db.LogEntries.VisibleTo(viewer, db);

    public IQueryable<EntryVersion> EntryVersions => db.EntryVersions.VisibleTo(viewer, db);

    public IQueryable<Enquiry> Enquiries => db.Enquiries.VisibleTo(viewer, db);

    public IQueryable<AgreedAction> Actions => db.Actions.VisibleTo(viewer, db);

    public IQueryable<ActionChange> ActionChanges => db.ActionChanges.VisibleTo(viewer, db);

    public IQueryable<Concern> Concerns => db.Concerns.VisibleTo(viewer, db);

    /// <summary>Those whose words staff who work with the child read: not where only some of them may see the entry now.</summary>
    internal IQueryable<Concern> ConcernsThatStaffRead =>
        Concerns.Where(c => db.LogEntries.Any(e => e.Id == c.EntryId && (e.Visibility == Visibility.Family || e.Visibility == Visibility.Staff)));

    /// <summary>To be joined to what is narrowed already: which law a pupil’s school is under.</summary>
    internal IQueryable<School> Schools => db.Schools;

    /// <summary>What the school asks every family before a meeting.</summary>
    internal IQueryable<SchoolQuestion> Questions => db.SchoolQuestions;

    /// <summary>Translations of texts that the viewer sees already.</summary>
    public Task<Translated> TranslationsOfAsync(IEnumerable<WrittenText> seen, string to, CancellationToken cancel) => Translated.OfAsync(db, seen, to, cancel);

    /// <summary>What became of concerns that are narrowed already: a carer reads the answer to their own, whoever else may see the entry.</summary>
    internal IQueryable<Enquiry> AnswersToNarrowedConcerns => db.Enquiries;

    /// <summary>What proves a row that is narrowed already.</summary>
    internal ReceiptMaker Receipts => new(db);

    /// <summary>All carers' answers to an action that is narrowed already: what one of them says is weighed with the others', and not shown.</summary>
    internal IQueryable<CarerAnswer> EveryAnswerTo(AgreedAction action) => db.CarerAnswers.Where(a => a.ActionId == action.Id);

    /// <summary>Who of the school works with a child, to find who answers a family: nothing but a name is shown.</summary>
    internal (IQueryable<RoleHeld> Roles, IQueryable<KeyAdult> Adults, IQueryable<Handover> Handovers) AroundNarrowedPupils => (db.RolesHeld, db.KeyAdults, db.Handovers);

    public IQueryable<CarerAnswer> CarerAnswers => db.CarerAnswers.VisibleTo(viewer, db);

    public IQueryable<Review> Reviews => db.Reviews.VisibleTo(viewer, db);

    public IQueryable<Meeting> Meetings => db.Meetings.VisibleTo(viewer, db);

    /// <summary>What belongs to the meetings that the viewer sees: attendees, contributions, lines.</summary>
    public IQueryable<T> PartsOfMeetings<T>()
        where T : class, IPartOfMeeting => db.Set<T>().VisibleTo(viewer, db);

    public IQueryable<SupportPlan> Plans => db.Plans.VisibleTo(viewer, db);

    public IQueryable<PlanVersion> PlanVersions => db.PlanVersions.VisibleTo(viewer, db);

    public IQueryable<PlanReview> PlanReviews => db.PlanReviews.VisibleTo(viewer, db);

    public IQueryable<PlanView> PlanViews => db.PlanViews.VisibleTo(viewer, db);

    /// <summary>What those who may write a pupil's plans have written together and not published.</summary>
    public IQueryable<PlanDraft> PlanDrafts => db.PlanDrafts.VisibleTo(viewer, db);

    public IQueryable<Document> Documents => db.Documents.VisibleTo(viewer, db);

    public IQueryable<Document> DocumentsAbout(Id<Pupil> pupil) => db.Documents.VisibleAbout(pupil, viewer, db);

    public IQueryable<DocumentVersion> DocumentVersions => db.DocumentVersions.VisibleTo(viewer, db);

    public IQueryable<DocumentPupil> DocumentPupils => db.DocumentPupils.VisibleTo(viewer, db);

    public IQueryable<DocumentText> DocumentTexts => db.DocumentTexts.VisibleTo(viewer, db);

    public IQueryable<DocumentOpening> DocumentOpenings => db.DocumentOpenings.VisibleTo(viewer, db);

    /// <summary>What hangs on documents that are narrowed already.</summary>
    internal (IQueryable<DocumentVersion> Versions, IQueryable<DocumentPupil> Pupils, IQueryable<DocumentText> Texts) OfNarrowedDocuments =>
        (db.DocumentVersions, db.DocumentPupils.Where(a => a.EndedAt == null), db.DocumentTexts);

    /// <summary>The viewer's own.</summary>
    public IQueryable<Pack> Packs => db.Packs.VisibleTo(viewer, db);

    public IQueryable<Handover> Handovers => db.Handovers.VisibleTo(viewer, db);

    public IQueryable<HandoverLine> HandoverLines => db.HandoverLines.VisibleTo(viewer, db);

    /// <summary>Finds by words; its hits are to be joined to what this door offers.</summary>
    public IRecordSearch Search { get; } = db.Database.IsNpgsql() ? new PostgreSqlSearch(db, viewer) : new SqliteSearch(db);

    public IQueryable<Person> People => db.People.VisibleTo(viewer, db);

    public IQueryable<YearMove> YearMoves => db.Set<YearMove>().VisibleTo(viewer);

    public IQueryable<ClassMove> ClassMoves => db.Set<ClassMove>().VisibleTo(viewer);

    public IQueryable<PupilMove> PupilMoves => db.Set<PupilMove>().VisibleTo(viewer, db);

    /// <summary>Names beside what the viewer sees, even of a carer who is tied to the pupil no more.</summary>
    internal IQueryable<Person> Names => db.People;

    public IQueryable<Relationship> Relationships => db.Relationships.VisibleTo(viewer, db);

    public IQueryable<CourtOrder> CourtOrders => db.CourtOrders.VisibleTo(viewer, db);

    public IQueryable<WhoDecides> WhoDecides => db.WhoDecides.VisibleTo(viewer, db);

    /// <summary>What ties a carer who is narrowed already to all their children here: what they chose for themselves holds for each. Nothing of it is shown.</summary>
    internal IQueryable<Relationship> EveryTieOf(Id<Person> carer) => db.Relationships.Where(t => t.CarerId == carer);

    /// <summary>Of the carers whom the viewer sees.</summary>
    public IQueryable<CarerInvitation> CarerInvitations => db.CarerInvitations.VisibleTo(viewer, db);

    /// <summary>What is on its way to a carer whom the caller has found through this door.</summary>
    internal IQueryable<Dispatch> DispatchesTo(Id<Person> carer) => db.Dispatches.Where(d => d.CarerId == carer);

    /// <summary>How many phones let in a carer whom the caller has found through this door.</summary>
    internal Task<int> PhonesOfAsync(Guid account, CancellationToken cancel) => db.PhonesOfAsync(account, cancel);

    /// <summary>Ends the passkeys and open visits of a carer whom the caller has found through this door.</summary>
    internal Task EndPhonesAsync(Guid account, CancellationToken cancel) => db.EndPhonesAsync(account, cancel);

    public IQueryable<KeyAdult> KeyAdults => db.KeyAdults.VisibleTo(viewer, db);

    public IQueryable<RoleHeld> Roles => viewer is StaffViewer or OperatorViewer ? db.RolesHeld : db.RolesHeld.Where(_ => false);

    /// <summary>Why somebody who was stopped before sharing shares it all the same; null where they have not been.</summary>
    public string? SharedBecause { get; set; }

    /// <summary>Whether the last save was stopped because of what it would have shared.</summary>
    public bool WasStopped { get; private set; }

    public void Add<T>(T row)
        where T : class, IBelongsToSchool => db.Add(row);

    /// <summary>Whether the viewer has logged an entry of this id, even one that they may not see now.</summary>
    public Task<bool> HasLoggedAsync(Id<LogEntry> id, CancellationToken cancel = default) =>
        db.LogEntries.AnyAsync(e => e.Id == id && e.LoggedById == viewer.PersonId, cancel);

    /// <summary>Whether the viewer has added a document of this id, even one that they may not see now.</summary>
    public Task<bool> HasAddedDocumentAsync(Id<Document> id, CancellationToken cancel = default) =>
        db.Documents.AnyAsync(d => d.Id == id && d.AddedById == viewer.PersonId, cancel);

    /// <summary>That a document was about a pupil once: where it is so again, the same row says so.</summary>
    public Task<DocumentPupil?> EndedDocumentPupilAsync(Id<Document> document, Id<Pupil> pupil, CancellationToken cancel = default) =>
        db.DocumentPupils.FirstOrDefaultAsync(a => a.DocumentId == document && a.PupilId == pupil && a.EndedAt != null, cancel);

    /// <summary>
    /// Whether the viewer has logged this already, under the same id and in the same words. It is asked of all that is kept, and says
    /// no more than this: who logs a safeguarding concern may not see it afterwards, and may still send it twice.
    /// </summary>
    public async Task<SentBefore> SentBeforeAsync(LogEntry again, CancellationToken cancel = default)
    {
        var kept = await db.LogEntries.AsNoTracking()
            .Where(e => e.Id == again.Id && e.LoggedById == viewer.PersonId)
            .Select(e => new { e.PupilId, e.Issue, e.Said, e.Note })
            .FirstOrDefaultAsync(cancel);
        return kept is null ? SentBefore.Never
            : kept.Equals(new { again.PupilId, again.Issue, again.Said, again.Note }) ? SentBefore.InTheseWords
            : SentBefore.InOtherWords;
    }

    /// <summary>
    /// Saves every change together with what happened. Gives a refusal when somebody else changed the same thing meanwhile:
    /// nothing is saved then, and nothing is overwritten.
    /// </summary>
    public async Task<Refusal?> SaveAsync(IReadOnlyCollection<ILedgerEvent> happened, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        foreach (var change in happened.OfType<IActionEvent>())
        {
            db.Add(ActionChange.Of(change, viewer.SchoolId, viewer.PersonId, now));
        }

        using var found = ChangesFound.Once(db.ChangeTracker);
        var (stop, decided) = await BeforeSharing.CheckAsync(db, this, happened, SharedBecause, now, cancel);
        WasStopped = stop is { Field: BeforeSharing.Field };
        if (stop is not null)
        {
            db.ChangeTracker.Clear();
            return stop;
        }

        happened = [.. happened, .. decided];
        db.AddRange(TidingsOf.Saving(db, happened, viewer, now).ToList());

        try
        {
            await new LedgerWriter(db, viewer, clock).SaveAsync(happened, cancel);
            return null;
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.IsOfADuplicate())
        {
            db.ChangeTracker.Clear();
            return new Refusal("Somebody else changed this while you had it open. Look at what they did, then try again");
        }
    }

    /// <summary>Lets go of what was tried and not saved: what is read next is as it is kept.</summary>
    public void LetGo() => db.ChangeTracker.Clear();

    /// <summary>The check before news, which is about no pupil. Null where nothing stands in the way, or somebody has said why it is told all the same.</summary>
    internal async Task<Refusal?> StopsAsync(News news, CancellationToken cancel)
    {
        var sentence = string.Join(". ", await BeforeNews.FindingsAsync(db, this, news, clock.GetCurrentInstant(), cancel));
        WasStopped = sentence.Length > 0 && Text.Tidy(SharedBecause) is not { Length: <= SharedAllTheSame.BecauseMaxLength };
        if (WasStopped)
        {
            return new Refusal($"{sentence}. Change the words", BeforeSharing.Field);
        }

        if (sentence.Length > 0)
        {
            news.TellAllTheSame(sentence, Text.Tidy(SharedBecause)!);
        }

        return null;
    }

    public Task<Refusal?> SaveAsync(ILedgerEvent happened, CancellationToken cancel = default) => SaveAsync([happened], cancel);
}

/// <summary>Whether a form has been sent before.</summary>
public enum SentBefore
{
    Never,
    InTheseWords,

    /// <summary>The form was filled in anew, or what was kept has been corrected since.</summary>
    InOtherWords
}
