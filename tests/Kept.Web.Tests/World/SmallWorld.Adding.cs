using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>What may happen in the world before a test begins. Everything goes through the domain and into the ledger.</summary>
public sealed partial class SmallWorld
{
    public LocalDate Today => Now.InZone(School.Zone).Date;

    private KeptHost Host => host ?? throw new InvalidOperationException("This world is in no running host yet.");

    private Instant Now => Host.Clock.Now;

    /// <summary>An entry as logged by the SENCO (or <paramref name="by"/>) about something that was said today (or <paramref name="on"/>).</summary>
    public async Task<LogEntry> AddEntryAsync(
        TestPupil pupil,
        string issue,
        Visibility visibility = Visibility.Family,
        TestPerson? by = null,
        LocalDate? on = null,
        Channel channel = Channel.Phone,
        TestPerson? with = null,
        string? said = null,
        string? note = null,
        LocalDate? reviewOn = null)
    {
        var content = new EntryContent
        {
            HappenedOn = on ?? Today,
            Channel = channel,
            SpokeWithId = with?.Id,
            Issue = issue,
            Said = said,
            Note = note,
            Visibility = visibility
        };
        var writer = by ?? RightWriter(pupil, visibility);
        var entry = LogEntry.Keep(Id<LogEntry>.New(), pupil.SchoolId, pupil.Id, content, reviewOn, agreesSomething: false, writer.Id, Now).OrThrow();
        await SaveAsync(writer, new EntryKept(pupil.Id, entry.Id), entry);
        return entry;
    }

    /// <summary>An action that the SENCO owns (or <paramref name="owner"/>), due in a week (or on <paramref name="due"/>).</summary>
    public async Task<AgreedAction> AddActionAsync(
        TestPupil pupil,
        string what,
        TestPerson? owner = null,
        LocalDate? due = null,
        Visibility visibility = Visibility.Family,
        LocalDate? agreedOn = null,
        LogEntry? entry = null)
    {
        var writer = RightWriter(pupil, visibility);
        var dueOn = due ?? Today.PlusDays(7);
        var agreed = new ActionAgreement(
            pupil.SchoolId, pupil.Id, entry?.Id, entry is null ? "Meeting" : null, what, visibility, agreedOn ?? LocalDate.Min(Today, dueOn));
        var action = AgreedAction.Agree(agreed, (owner ?? writer).AsOwner, dueOn, Today, Now).OrThrow();
        await SaveAsync(writer, new ActionsImported(pupil.Id, 1), action);
        return action;
    }

    /// <summary>A contact that waits for an answer, with the entry that logs it.</summary>
    public async Task<Enquiry> AddEnquiryAsync(
        TestPupil pupil, string issue, LocalDate? arrivedOn = null, LocalTime? arrivedAt = null, Visibility visibility = Visibility.Family)
    {
        var content = new EntryContent { HappenedOn = arrivedOn ?? Today, Channel = Channel.Email, Issue = issue, Visibility = visibility };
        var writer = RightWriter(pupil, visibility);
        var entry = LogEntry.Keep(Id<LogEntry>.New(), pupil.SchoolId, pupil.Id, content, reviewOn: null, agreesSomething: false, writer.Id, Now).OrThrow();
        var enquiry = Enquiry.For(entry, arrivedAt ?? new LocalTime(9, 0));
        await SaveAsync(writer, new EntryKept(pupil.Id, entry.Id), entry, enquiry);
        return enquiry;
    }

    /// <summary>Makes somebody a key adult of a pupil, so that they may see what staff who work with the pupil see.</summary>
    public async Task AddKeyAdultAsync(TestPupil pupil, TestPerson adult) =>
        await SaveAsync(
            RightWriter(pupil, Visibility.Staff),
            new KeyAdultsChanged(pupil.Id),
            new KeyAdult { Id = Id<KeyAdult>.New(), SchoolId = pupil.SchoolId, PupilId = pupil.Id, PersonId = adult.Id, Since = Today });

    /// <summary>
    /// A handover from Leo's teacher (or <paramref name="by"/>), with one line about what matters, every action of the pupil that is
    /// still to do, and the contacts that wait.
    /// </summary>
    public async Task<Handover> AddHandoverAsync(TestPupil pupil, TestPerson to, TestPerson? by = null, string matters = "A quiet corner helps", TestPerson? owner = null)
    {
        var writer = by ?? Teacher;
        await using var db = Host.OpenDb(pupil.SchoolId);
        var record = new VisibleRecord(db, writer.AsViewer, Host.Clock);
        var actions = await record.Actions.AsNoTracking().Where(a => a.PupilId == pupil.Id && a.Status != ActionStatus.Done && a.Visibility != Visibility.Safeguarding).OrderBy(a => a.Id).ToListAsync();
        var enquiries = await record.Enquiries.AsNoTracking().Where(q => q.PupilId == pupil.Id && q.AnsweredAt == null).OrderBy(q => q.Id).ToListAsync();
        var given = Handover.Give(
            Id<Handover>.New(), new HandoverTerms(pupil.SchoolId, pupil.Id, writer.Id, to.AsOwner, "New class teacher"), [matters],
            [.. actions.Select(a => new ProposedOwner(a, (owner ?? to).AsOwner)).Where(p => p.IsFor(to.AsOwner))],
            [.. enquiries.Select(q => new OpenQuestion(q, null))], Today, Now).OrThrow();
        await SaveAsync(writer, given.Happened, [given.Handover, .. given.Lines]);
        return given.Handover;
    }

    /// <summary>Changes an action by one of its verbs: <c>ChangeAsync(action, a => a.Start(now))</c>.</summary>
    public async Task ChangeAsync<T>(AgreedAction action, Func<AgreedAction, Result<T>> verb, TestPerson? by = null)
        where T : ILedgerEvent
    {
        await using var db = Host.OpenDb(action.SchoolId);
        var stored = await db.Actions.SingleAsync(a => a.Id == action.Id);
        var happened = verb(stored).OrThrow();
        var record = new VisibleRecord(db, (by ?? Senco).AsViewer, Host.Clock);
        Assert.Null(await record.SaveAsync(happened));
    }

    /// <summary>An action as the database has it now.</summary>
    public async Task<AgreedAction> ReloadAsync(AgreedAction action)
    {
        await using var db = Host.OpenDb(action.SchoolId);
        return await db.Actions.AsNoTracking().SingleAsync(a => a.Id == action.Id);
    }

    private TestPerson RightWriter(TestPupil pupil, Visibility visibility)
    {
        var role = visibility is Visibility.Safeguarding ? StaffRole.Dsl : StaffRole.Senco;
        return pupil.SchoolId == Hillview.Id ? HillviewsOwn(role) : RiversidesOwn(role);
    }

    private async Task SaveAsync(TestPerson by, ILedgerEvent happened, params IBelongsToSchool[] rows)
    {
        await using var db = Host.OpenDb(by.SchoolId);
        var record = new VisibleRecord(db, by.AsViewer, Host.Clock);
        foreach (var row in rows)
        {
            record.Add(row);
        }

        Assert.Null(await record.SaveAsync(happened));
    }

    /// <summary>A court order comes, or is lifted.</summary>
    public async Task RestrictAsync(TestPupil child, TestPerson carer, ContactRestriction restriction)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == child.Id && t.CarerId == carer.Id);
        Assert.Null(await record.SaveAsync(tie.Restrict(restriction, "No contact", "LE26C00001", until: null).OrThrow()));
    }

    /// <summary>An order that takes nothing from the carer's right to be told.</summary>
    public async Task<CourtOrder> AddOrderAsync(TestPupil child, TestPerson carer)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == child.Id && t.CarerId == carer.Id);
        OrderDetails lives = new(CourtOrderKind.ChildArrangements, "LE26P00002", "Leo lives with his mother", ContactRestriction.None, Today.PlusDays(-30), null);
        var order = CourtOrder.Record(Id<CourtOrder>.New(), tie, lives, Senco.Id, Now).OrThrow();
        record.Add(order);
        Assert.Null(await record.SaveAsync(new CourtOrderRecorded(child.Id, carer.Id, order.Id)));
        return order;
    }
}
