using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Actions;
using Kept.Store.Documents;
using Kept.Store.Messages;
using Kept.Store.People;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>
/// What one carer may read about one child: what is shared with the family, and only where the tie lets the school tell this carer
/// (<see cref="Relationship.MayBeToldOn"/>, rule 10). Never more than the viewer sees.
/// </summary>
/// <param name="viewed">As whom it is looked at.</param>
/// <param name="carer">Whose it is.</param>
/// <param name="pupil">Their child.</param>
/// <param name="whole">Further back than a page goes: for a copy of everything.</param>
public sealed partial class SharedWith(VisibleRecord viewed, Id<Person> carer, Id<Pupil> pupil, bool whole = false)
{
    private const int TimesAsMuch = 50;

    private const int MostAgreements = 100;
    private const int MostShifts = 300;
    private const int MostAnswers = 300;
    private const int MostConcerns = 10;
    private const int MostMeetings = 20;
    private const int MostDocuments = 200;
    private const int MostConversations = 20;
    private const int MostCorrections = 100;

    private readonly int times = whole ? TimesAsMuch : 1;
    private readonly VisibleRecord record = viewed.SharedWithTheFamilyOf(pupil);
    private readonly PlansShared plans = new(viewed.SharedWithTheFamilyOf(pupil), WhatTheySaid(viewed, pupil), carer, pupil);
    private readonly MeetingsShared meetings = new(viewed.SharedWithTheFamilyOf(pupil), carer, pupil);

    /// <summary>Null where this carer may be told nothing: there is no emptier page that would say so.</summary>
    public async Task<WhatWeAgreed?> WhatWeAgreedAsync(CancellationToken cancel)
    {
        if (await ChildNameAsync(cancel) is not { } name)
        {
            return null;
        }

        // Open ones first, by their day; what is done, latest first.
        var still = await AgreementsAsync(Actions.Where(a => a.Status != ActionStatus.Done).OrderBy(a => a.DueOn).ThenBy(a => a.Id), cancel);
        var done = await AgreementsAsync(Actions.Where(a => a.Status == ActionStatus.Done).OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.Id), cancel);
        var shifts = await ShiftsAsync(cancel);
        var answers = await AnswersAsync(cancel);
        var asked = await meetings.Theirs.OrderByDescending(m => m.On).ThenByDescending(m => m.At).Take(MostMeetings * times)
            .Select(MeetingShared.Of).ToListAsync(cancel);
        var talks = await ConversationsAsync(cancel);
        return new WhatWeAgreed(
            name,
            [.. still.Select(a => a with { Shifts = [.. shifts[a.Id]] })],
            [.. done.Select(a => a with { Shifts = [.. shifts[a.Id]], Answer = answers[a.Id].FirstOrDefault(x => x.At >= a.TouchedAt) })],
            asked,
            await Plans.ToListAsync(cancel),
            talks)
        {
            Concerns = await ConcernsAsync([.. still, .. done], cancel),
            IsCut = still.Count == MostAgreements * times || done.Count == MostAgreements * times || asked.Count == MostMeetings * times || talks.Count == MostConversations * times
        };
    }

    /// <summary>What there is of translations of what <see cref="WhatWeAgreedAsync"/> gave.</summary>
    public Task<Translated> TranslationsAsync(WhatWeAgreed shared, string to, CancellationToken cancel) => record.TranslationsOfAsync(shared.Texts, to, cancel);

    /// <summary>Takes the carer's own answer to what is done. Null where there is no such promise.</summary>
    public Task<Result<AgreedAction>?> AnswerAsync(Id<AgreedAction> action, FamilySays? says, string? missing, string? language, Instant now, CancellationToken cancel) =>
        record.HearAsync(new Heard(action, carer, says, missing, language), now, cancel);

    /// <summary>
    /// Takes what the carer says is not working, and gives the enquiry that now waits. Null where there is no such promise; the same one again where the form was
    /// sent twice in the same words.
    /// </summary>
    public async Task<Result<Enquiry>?> RaiseAsync(
        Id<LogEntry> entry, Id<AgreedAction>? about, ConcernAbout? kind, string? words, string? language, Instant now, CancellationToken cancel)
    {
        if (await ChildNameAsync(cancel) is null)
        {
            return null;
        }

        var action = about is { } id ? await Actions.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) : null;
        if (about is not null && action is null)
        {
            return null;
        }

        var before = await record.Concerns.AsNoTracking().FirstOrDefaultAsync(c => c.EntryId == entry, cancel);
        if (before is not null && (before.ActionId, before.About, before.Words) != (action?.Id, kind, Text.TidyLines(words)))
        {
            // The same page sent again with more on it, since its answer never came: another concern, and no word lost.
            entry = Id<LogEntry>.New();
        }
        else if (before is not null)
        {
            return await record.AnswersToNarrowedConcerns.AsNoTracking().FirstAsync(q => q.EntryId == entry, cancel);
        }

        if (!Concern.Raise(entry, record.Viewer.SchoolId, pupil, carer, action, kind, words, now, language: language).Allowed(out var raised, out var refusal))
        {
            return refusal;
        }

        record.Add(raised.Entry);
        record.Add(raised.Enquiry);
        record.Add(raised.Concern);
        return await record.SaveAsync(new ConcernRaised(pupil, raised.Concern.Id), cancel) is { } meanwhile ? meanwhile : raised.Enquiry;
    }

    /// <summary>This carer’s messages with the school.</summary>
    public ThreadsShared Threads { get; } = new(viewed, carer, pupil);

    /// <summary>Times that this carer may book with the school.</summary>
    public SlotsShared Slots { get; } = new(viewed, carer, pupil);

    /// <summary>The plans that are in force, whole. Null where this carer may be told nothing.</summary>
    public async Task<PlansWhole?> PlansAsync(CancellationToken cancel) =>
        await ChildNameAsync(cancel) is { } name ? new PlansWhole(name, await plans.AllAsync(cancel)) : null;

    /// <summary>What there is of translations of what <see cref="PlansAsync"/> gave.</summary>
    public Task<Translated> TranslationsAsync(PlansWhole shared, string to, CancellationToken cancel) => record.TranslationsOfAsync(shared.Texts, to, cancel);

    /// <summary>Every view that this carer has given on plans, the earliest first.</summary>
    public async Task<IReadOnlyList<Domain.Plans.PlanView>> SaidOfPlansAsync(CancellationToken cancel) =>
        await ChildNameAsync(cancel) is null ? [] : await plans.EverySaidAsync(cancel);

    /// <summary>This carer’s own copies of everything that they may read.</summary>
    public CopiesShared Copies { get; } = new(viewed, carer, pupil);

    /// <summary>What there is of translations of texts that this door gave.</summary>
    public Task<Translated> TranslationsAsync(IEnumerable<Domain.Translating.WrittenText> given, string to, CancellationToken cancel) => record.TranslationsOfAsync(given, to, cancel);

    /// <summary>Takes what the carer says of a part of a plan. Null where there is no such plan.</summary>
    public async Task<Result<Domain.Plans.PlanView>?> SayAsync(PlanSaid said, Instant now, CancellationToken cancel) =>
        await ChildNameAsync(cancel) is null ? null : await plans.GiveAsync(said, now, cancel);

    /// <summary>The files that are shared, as they are now, the latest first. Null where this carer may be told nothing.</summary>
    public async Task<IReadOnlyList<DocumentRow>?> DocumentsAsync(CancellationToken cancel) =>
        await ChildNameAsync(cancel) is null ? null
            : await record.Rows(Documents.LatestOfOne().Take(MostDocuments * times)).ToListAsync(cancel);

    /// <summary>One of them. Null where there is none.</summary>
    public async Task<DocumentRow?> DocumentAsync(Id<Document> id, CancellationToken cancel) =>
        await ChildNameAsync(cancel) is null ? null : await record.Rows(Documents.Where(d => d.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>A promise with the receipt for it. Null where there is no such promise.</summary>
    public async Task<AgreementReceipt?> ReceiptAsync(Id<AgreedAction> id, CancellationToken cancel)
    {
        if (await ChildNameAsync(cancel) is not { } name)
        {
            return null;
        }

        await using var moment = await record.Receipts.AtOneMomentAsync(cancel);
        return await record.Rows(Actions.Where(a => a.Id == id)).FirstOrDefaultAsync(cancel) is { } row
            ? new AgreementReceipt(name, Agreement.Of(row, carer), await record.Receipts.MakeAsync(row, cancel))
            : null;
    }

    /// <summary>A meeting that this carer is asked to. Null where there is none.</summary>
    public async Task<MeetingFileShared?> MeetingAsync(Id<Meeting> id, CancellationToken cancel, IEnumerable<string>? typed = null) =>
        await ChildNameAsync(cancel) is null ? null : await meetings.FindAsync(id, typed ?? [], cancel);

    /// <summary>A recording of the carer’s own before a meeting. Null where there is none.</summary>
    public async Task<OwnRecording?> RecordingAsync(Id<Meeting> id, Guid recording, CancellationToken cancel) =>
        await ChildNameAsync(cancel) is null || await meetings.FindAsync(id, [], cancel) is null ? null : await meetings.RecordingAsync(id, recording, cancel);

    /// <summary>Keeps or sends what the carer says before a meeting that <see cref="MeetingAsync"/> has found.</summary>
    public Task<Refusal?> SayAsync(Id<Meeting> id, Say say, bool send, string language, Instant now, CancellationToken cancel) =>
        send ? meetings.SendAsync(id, say, language, now, cancel) : meetings.SaveAsync(id, say, now, cancel);

    /// <summary>Asks for an interpreter at a meeting that <see cref="MeetingAsync"/> has found.</summary>
    public Task<Refusal?> AskForAnInterpreterAsync(Id<Meeting> id, string? language, InterpreterMode? mode, Instant now, CancellationToken cancel) =>
        meetings.AskForAnInterpreterAsync(id, language, mode, now, cancel);

    /// <summary>Keeps what the carer says of the record of a meeting that <see cref="MeetingAsync"/> has found.</summary>
    public Task<Refusal?> ConfirmAsync(Id<Meeting> id, int read, bool agrees, string? words, string language, Instant now, CancellationToken cancel) =>
        meetings.ConfirmAsync(id, read, agrees, words, language, now, cancel);

    /// <summary>Null where the carer may be told nothing of the child.</summary>
    private async Task<string?> ChildNameAsync(CancellationToken cancel)
    {
        var found = await (
            from t in record.Relationships.AsNoTracking()
            where t.PupilId == pupil && t.CarerId == carer
            join p in record.Pupils on t.PupilId equals p.Id
            select new { Tie = t, Name = p.PreferredName ?? p.GivenName }).FirstOrDefaultAsync(cancel);
        return found?.Tie.MayBeToldOn(record.Today) is true ? found.Name : null;
    }

    /// <summary>Where a carer’s own words are read: staff who look from the carer's side see those that they see.</summary>
    private static VisibleRecord WhatTheySaid(VisibleRecord viewed, Id<Pupil> pupil) => viewed.Viewer is CarerViewer ? viewed.SharedWithTheFamilyOf(pupil) : viewed;

    private async Task<IReadOnlyList<OwnConcern>> ConcernsAsync(IReadOnlyList<Agreement> agreements, CancellationToken cancel)
    {
        var door = WhatTheySaid(viewed, pupil);
        var rows = await (
            from c in door.Concerns.AsNoTracking()
            where c.PupilId == pupil && c.CarerId == carer
            join q in record.AnswersToNarrowedConcerns on c.EntryId equals q.EntryId
            orderby c.At descending, c.Id descending
            select new { Concern = c, Enquiry = q })
            .Take(MostConcerns * times)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new OwnConcern(
            row.Concern.ActionId, agreements.FirstOrDefault(a => a.Id == row.Concern.ActionId)?.What, row.Concern.About, row.Concern.Words, row.Concern.At, row.Enquiry))];
    }

    /// <summary>
    /// Those about this child alone: one that tells of another child too is not this family's to read, whatever it is shared as.
    /// </summary>
    private IQueryable<Document> Documents
    {
        get
        {
            var about = record.OfNarrowedDocuments.Pupils;
            return record.DocumentsAbout(pupil).Where(d => d.WithdrawnAt == null && !about.Any(a => a.DocumentId == d.Id && a.PupilId != pupil));
        }
    }

    private IQueryable<AgreedAction> Actions => record.Actions.Where(a => a.PupilId == pupil);

    private IQueryable<PlanShared> Plans =>
        from p in record.Plans
        where p.PupilId == pupil
        join v in record.PlanVersions on new { PlanId = p.Id, Number = p.Current } equals new { v.PlanId, v.Number }
        orderby p.Kind
        select new PlanShared(p.Id, p.Kind, v.Number, v.PublishedAt, p.ReviewOn);

    private async Task<IReadOnlyList<Agreement>> AgreementsAsync(IOrderedQueryable<AgreedAction> ordered, CancellationToken cancel)
    {
        var rows = await record.Rows(ordered.Take(MostAgreements * times)).ToListAsync(cancel);
        return [.. rows.Select(row => Agreement.Of(row, carer))];
    }

    private async Task<ILookup<Id<AgreedAction>, Shift>> ShiftsAsync(CancellationToken cancel)
    {
        var kinds = ActionChange.Shifts;
        var rows = await record.ActionChanges
            .Where(c => c.PupilId == pupil && kinds.Contains(c.Kind))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Take(MostShifts * times)
            .Select(c => new { c.ActionId, Shift = new Shift(c.Kind, c.FromDay, c.ToDay, c.Reason) })
            .ToListAsync(cancel);
        return rows.ToLookup(r => r.ActionId, r => r.Shift);
    }

    /// <summary>The reader's own, the latest first.</summary>
    private async Task<ILookup<Id<AgreedAction>, OwnAnswer>> AnswersAsync(CancellationToken cancel)
    {
        var rows = await record.CarerAnswers.AsNoTracking()
            .Where(a => a.PupilId == pupil && a.CarerId == carer)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Take(MostAnswers * times)
            .Select(a => new { a.ActionId, Own = new OwnAnswer(a.Says, a.Missing, a.At, a.WrittenById == a.CarerId) })
            .ToListAsync(cancel);
        return rows.ToLookup(r => r.ActionId, r => r.Own);
    }

    private async Task<IReadOnlyList<ConversationShared>> ConversationsAsync(CancellationToken cancel)
    {
        var talks = await record.Entries.Where(e => e.PupilId == pupil).OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.LoggedAt).Take(MostConversations * times)
            .Select(e => new ConversationShared(e.Id, e.HappenedOn, e.Channel, e.Issue, e.Said, e.Note, e.Version)).ToListAsync(cancel);
        var were = await record.EntryVersions
            .Where(v => v.PupilId == pupil)
            .OrderByDescending(v => v.ReplacedAt).ThenByDescending(v => v.Number)
            .Take(MostCorrections * times)
            .Select(v => new { v.EntryId, Correction = new Correction(v.Number, v.HappenedOn, v.Issue, v.Said, v.Note, v.ReplacedAt, v.Reason) })
            .ToListAsync(cancel);
        var corrections = were.ToLookup(v => v.EntryId, v => v.Correction);
        return [.. talks.Select(t => t with { Corrections = [.. SharedSince(t.Version, corrections[t.Id])] })];
    }

    /// <summary>
    /// Back to where it was last kept from the family, and no further: that it once was, and the reason for which it no longer is, would tell them so.
    /// </summary>
    private static IEnumerable<Correction> SharedSince(int version, IEnumerable<Correction> latestFirst) =>
        latestFirst.OrderByDescending(c => c.Number).TakeWhile((c, i) => c.Number == version - 1 - i);
}
