using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Store.Plans;
using Kept.Store.Transfers;
using Kept.Web.Documents;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Transfers;

/// <summary>Plans, meetings and documents with their files go along; what is another child's, a draft, or still to come does not.</summary>
public sealed class WholeRecordTests(Template template) : TwoKepts(template)
{
    [Fact]
    public async Task Plans_meetings_and_documents_arrive_with_their_parts_and_their_files()
    {
        var (plan, first) = await There.AddPlanAsync(There.Leo);
        var held = await HoldMeetingAsync();
        await There.ChangePlanAsync(plan, c => c with { Strengths = "Kind, and quick with numbers" }, new PlanCause(CauseKind.Meeting, held.Id.Value));
        var document = await There.AddDocumentAsync(There.Leo, "EP report", "attends to one thing at a time", category: DocumentCategory.ProfessionalReport);
        await ReplaceAsync(document, "A later report");

        var report = await TakeAsync(await PackAsync(There.Leo));

        await using var db = OpenRiverside();
        var versions = await db.PlanVersions.AsNoTracking().Where(v => v.PupilId == report.PupilId).OrderBy(v => v.Number).ToListAsync(Cancel);
        Assert.Equal([first.Content.Strengths, "Kind, and quick with numbers"], versions.Select(v => v.Content.Strengths));
        Assert.Equal([first.PublishedAt, first.PublishedAt], versions.Select(v => v.PublishedAt));
        var came = await db.Plans.SingleAsync(p => p.PupilId == report.PupilId, Cancel);
        Assert.Equal((2, plan.StartedById, versions[1].ReviewOn), (came.Current, came.StartedById, came.ReviewOn));

        var meeting = await db.Meetings.SingleAsync(m => m.PupilId == report.PupilId, Cancel);
        Assert.Equal((MeetingStatus.Held, meeting.Id.Value), (meeting.Status, versions[1].CauseId));
        Assert.Equal("They sat down", (await db.LogEntries.SingleAsync(e => e.Id == meeting.EntryId, Cancel)).Issue);
        Assert.Equal("Likes his dog to be asked about", (await db.Set<Contribution>().SingleAsync(c => c.MeetingId == meeting.Id, Cancel)).Words);
        Assert.Equal(2, await db.Set<Attendee>().CountAsync(a => a.MeetingId == meeting.Id, Cancel));

        var arrived = await db.Documents.SingleAsync(d => d.PupilId == report.PupilId, Cancel);
        Assert.Equal(("EP report", 2, document.AddedAt, document.AddedById), (arrived.Title, arrived.CurrentNumber, arrived.AddedAt, arrived.AddedById));
        var files = await db.DocumentVersions.Where(v => v.DocumentId == arrived.Id).OrderBy(v => v.Number).ToListAsync(Cancel);
        Assert.Equal(2, files.Count);
        foreach (var file in files)
        {
            Assert.Equal(await BytesAsync(First, file.Sha256), await BytesAsync(Second, file.Sha256));
        }

        Assert.Equal(2, await db.DocumentTexts.CountAsync(t => t.DocumentId == arrived.Id, Cancel));
        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
        var senco = Second.As(Here.RiversideSenco);
        Assert.Contains("Arrives by 9.15 on three days in five", (await senco.GetAsync($"/pupils/{report.PupilId}/plan")).Text, StringComparison.Ordinal);
        Assert.Contains("EP report", (await senco.GetAsync($"/documents/{arrived.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal("A later report", await (await senco.DownloadAsync($"/documents/{arrived.Id}/file")).Content.ReadAsStringAsync(Cancel));
        Assert.Contains("They sat down", (await senco.GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_another_childs_still_to_come_or_a_draft_stays_and_says_nothing()
    {
        var shared = await There.AddDocumentAsync(There.Leo, "Notes on two boys", "fell out with Noah", also: There.Noah);
        var filedForNoah = await There.AddDocumentAsync(There.Noah, "Also of Leo", "both sit by the door", also: There.Leo);
        await There.AddDocumentAsync(There.Noah, "Only Noah’s", "a quiet boy");
        await There.AddDocumentAsync(There.Leo, "A bruise", "seen on Monday", Visibility.Safeguarding);
        var meeting = await There.AddMeetingAsync(There.Leo, on: There.Today.PlusDays(5), about: "how spring goes");
        await There.AddMeetingAsync(There.Leo, visibility: Visibility.Safeguarding, about: "the bruise itself");
        await There.AddKeyAdultAsync(There.Leo, There.FormTutor);
        await StartPlanAsync(PlanKind.Ehcp);

        var package = await PackAsync(There.Leo);

        var words = Encoding.UTF8.GetString(package);
        foreach (var word in (string[])["two boys", "Noah", "sit by the door", "bruise", "Monday", "spring goes", "ehcp", shared.Id.ToString(), filedForNoah.Id.ToString(), meeting.Id.ToString(), There.Noah.Id.ToString()])
        {
            Assert.DoesNotContain(word, words, StringComparison.Ordinal);
        }

        await using var db = First.OpenDb();
        var stays = await StaysBehind.OfAsync(new VisibleRecord(db, There.Senco.AsViewer, First.Clock), There.Leo.Id, safeguarding: false, Cancel);
        Assert.Equal(["Also of Leo", "Notes on two boys"], stays.Documents.Select(d => d.Title).Order());
        Assert.Equal([meeting.Id], stays.Meetings.Select(m => m.Id));
        await TakeAsync(package);
        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
    }

    [Fact]
    public async Task A_closed_thread_goes_along_with_its_messages_and_an_open_one_stays()
    {
        var closed = await There.AddThreadAsync(There.Leo, There.LeosMother, "A coat", "It is green");
        await There.AddMessageAsync(closed, "It is here", There.Teacher);
        await There.CloseThreadAsync(closed, "She has it back", There.Teacher);
        var open = await There.AddThreadAsync(There.Leo, There.LeosFather, "Still waiting", "Nobody has told me");

        var package = await PackAsync(There.Leo);

        var words = Encoding.UTF8.GetString(package);
        foreach (var word in (string[])["Still waiting", "Nobody has told me", open.Id.ToString()])
        {
            Assert.DoesNotContain(word, words, StringComparison.Ordinal);
        }

        await using (var there = First.OpenDb())
        {
            Assert.Equal(1, (await StaysBehind.OfAsync(new VisibleRecord(there, There.Senco.AsViewer, First.Clock), There.Leo.Id, safeguarding: false, Cancel)).Threads);
        }

        var report = await TakeAsync(package);
        await using var db = OpenRiverside();
        Assert.Equal(["It is green", "It is here", "She has it back"], await db.Messages.Where(m => m.PupilId == report.PupilId).OrderBy(m => m.Number).Select(m => m.Words).ToListAsync(Cancel));
        var arrived = await db.MessageThreads.SingleAsync(t => t.PupilId == report.PupilId, Cancel);
        Assert.Equal(("A coat", 3, true), (arrived.Subject, arrived.Count, arrived.IsClosed));
        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
        Assert.Contains("It is green", (await Second.As(Here.RiversideSenco).GetAsync($"/pupils/{report.PupilId}/messages/{arrived.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_led_to_a_plan_says_nothing_once_that_is_safeguarding()
    {
        var entry = await There.AddEntryAsync(There.Leo, "Slept badly");
        var (plan, _) = await There.AddPlanAsync(There.Leo);
        await There.ChangePlanAsync(plan, c => c with { Strengths = "Kind" }, new PlanCause(CauseKind.Entry, entry.Id.Value));
        await NarrowAsync(entry.Id);

        var package = await PackAsync(There.Leo);

        Assert.DoesNotContain(entry.Id.ToString(), Encoding.UTF8.GetString(package), StringComparison.Ordinal);
        var report = await TakeAsync(package);
        await using var db = OpenRiverside();
        Assert.Null((await db.PlanVersions.SingleAsync(v => v.PupilId == report.PupilId && v.Number == 2, Cancel)).CauseId);
    }

    [Fact]
    public async Task A_row_that_a_handover_changed_stands_on_the_signature_and_is_packed()
    {
        var action = await There.AddActionAsync(There.Leo, "Ring on Friday", There.Teacher);
        var handover = await There.AddHandoverAsync(There.Leo, There.SendLead);
        await using (var db = First.OpenDb())
        {
            var record = new VisibleRecord(db, There.SendLead.AsViewer, First.Clock);
            var line = await db.HandoverLines.SingleAsync(l => l.ActionId == action.Id, Cancel);
            var stored = await db.Handovers.SingleAsync(h => h.Id == handover.Id, Cancel);
            var happened = stored.Acknowledge(line, await db.Actions.SingleAsync(a => a.Id == action.Id, Cancel), There.SendLead.AsOwner, There.SendLead.Id, There.Today, First.Clock.Now).OrThrow();
            Assert.Null(await record.SaveAsync([.. happened.Cast<ILedgerEvent>()], Cancel));
        }

        var package = await PackAsync(There.Leo);

        Assert.Contains((await OpenAsync(package)).OrThrow().Rows, r => r.Id == action.Id.Value && r.ChangedSince);
        Assert.Equal("Ring on Friday", (await TakeAsync(package)).OpenActions.Single().What);
    }

    [Fact]
    public async Task A_plan_that_went_on_here_is_not_overwritten_by_a_later_package()
    {
        var (plan, _) = await There.AddPlanAsync(There.Leo);
        var report = await TakeAsync(await PackAsync(There.Leo));
        await There.ChangePlanAsync(plan, c => c with { Strengths = "Said there" });

        var later = await TakeAsync(await PackAsync(There.Leo));

        Assert.Equal(1, later.LeftOut["plan-version"]);
        await using var db = OpenRiverside();
        Assert.Equal(1, (await db.Plans.SingleAsync(p => p.PupilId == report.PupilId, Cancel)).Current);
        Assert.Equal(1, await db.PlanVersions.CountAsync(v => v.PupilId == report.PupilId, Cancel));
    }

    [Fact]
    public async Task The_safeguarding_package_carries_its_files_and_what_hangs_on_the_ordinary_record()
    {
        var ordinary = await There.AddEntryAsync(There.Leo, "Late on Mondays");
        await There.AddActionAsync(There.Leo, "Ask the leads", There.Dsl, visibility: Visibility.Safeguarding, entry: ordinary);
        var document = await There.AddDocumentAsync(There.Leo, "Body map", "left arm", Visibility.Safeguarding);
        var open = await PackAsync(There.Leo);
        var guarded = await PackAsync(There.Leo, There.Dsl, safeguarding: true);
        await TakeAsync(open);

        var report = await TakeAsync(guarded, Here.RiversidesOwn(Kept.Domain.People.StaffRole.Dsl));

        await using var db = OpenRiverside();
        var action = await db.Actions.SingleAsync(a => a.What == "Ask the leads", Cancel);
        Assert.Equal("Late on Mondays", (await db.LogEntries.SingleAsync(e => e.Id == action.EntryId, Cancel)).Issue);
        var version = await db.DocumentVersions.SingleAsync(v => v.PupilId == report.PupilId, Cancel);
        Assert.Equal(await BytesAsync(First, version.Sha256), await BytesAsync(Second, version.Sha256));
        Assert.DoesNotContain(document.Title, (await Second.As(Here.RiversideSenco).GetAsync($"/pupils/{report.PupilId}/documents")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_dies_at_any_file_leaves_nothing_half_and_can_begin_again()
    {
        await There.AddEntryAsync(There.Leo, "Late on Mondays");
        await There.AddDocumentAsync(There.Leo, "One", "one");
        await There.AddDocumentAsync(There.Leo, "Two", "two");
        var package = await PackAsync(There.Leo);
        var receiving = Second.Services.GetRequiredService<Receiving>();
        var kept = 0;

        await Assert.ThrowsAsync<IOException>(() => TryTakeAsync(package, keep: (content, name, cancel) =>
            kept++ == 0 ? receiving.ReceiveAsync(content, name, cancel) : throw new IOException("The disk is gone.")));
        await using (var db = OpenRiverside())
        {
            Assert.False(await db.Pupils.AnyAsync(p => p.Upn == There.Leo.Upn, Cancel));
            Assert.False(await db.Documents.AnyAsync(d => d.Title == "One", Cancel));
        }

        var report = await TakeAsync(package);
        Assert.Equal((2, false), (report.Added["document"], report.IsHere));
    }

    [Fact]
    public async Task A_record_whose_file_is_lost_is_not_packed_and_names_it()
    {
        var document = await There.AddDocumentAsync(There.Leo, "Lost report", "gone");
        await using var db = First.OpenDb();
        var version = await db.DocumentVersions.SingleAsync(v => v.DocumentId == document.Id, Cancel);
        File.Delete(FilesOf(First).PathOf(version.Sha256));

        Assert.True((await TryPackAsync(There.Leo, There.Senco.AsViewer)).Refused(out var refused));
        Assert.Contains("“Lost report.txt” is not in the files folder", refused.Sentence, StringComparison.Ordinal);
    }

    private async Task<Meeting> HoldMeetingAsync()
    {
        var booked = await There.AddMeetingAsync(There.Leo, guests: There.LeosMother);
        var now = First.Clock.Now.InZone(Kept.Domain.Schools.School.Zone).LocalDateTime;
        await using var db = First.OpenDb();
        var record = new VisibleRecord(db, There.Senco.AsViewer, First.Clock);
        var meeting = await db.Meetings.SingleAsync(m => m.Id == booked.Id, Cancel);
        var said = Contribution.Receive(meeting, Guest.TheChild("Leo"), "In a talk", "Likes his dog to be asked about", There.Today, There.Senco.Id, First.Clock.Now).OrThrow();
        record.Add(said);
        Assert.Null(await record.SaveAsync(new ContributionReceived(There.Leo.Id, said.Id), Cancel));
        Assert.Null(await record.SaveAsync(meeting.Start(now).OrThrow(), Cancel));
        Assert.Null(await record.SaveAsync(meeting.TakeNotes("They sat down", "It went well", null, There.Today.PlusDays(30), now).OrThrow(), Cancel));
        var seats = (await db.Set<Attendee>().Where(a => a.MeetingId == meeting.Id).ToListAsync(Cancel)).ConvertAll(a => new Seat(a, "somebody"));
        seats.ForEach(s => s.Attendee.Mark(Attendance.Attended));
        var held = meeting.Hold(seats, [], There.Today.PlusDays(30), now, There.Senco.Id, First.Clock.Now).OrThrow();
        record.Add(held.Entry);
        Assert.Null(await record.SaveAsync(held.Happened, Cancel));
        return meeting;
    }

    private async Task ReplaceAsync(Document document, string words)
    {
        await using var db = First.OpenDb();
        var record = new VisibleRecord(db, There.Senco.AsViewer, First.Clock);
        using var came = await FilesOf(First).ReceiveAsync(new MemoryStream(Encoding.UTF8.GetBytes(words)), long.MaxValue, Cancel);
        came.Keep();
        var stored = await db.Documents.SingleAsync(d => d.Id == document.Id, Cancel);
        var current = await db.DocumentVersions.SingleAsync(v => v.DocumentId == document.Id, Cancel);
        var version = stored.Replace(current, new ReceivedFile("later.txt", FileKind.Text, came.Bytes, came.Sha256, IsLocked: false), "Six months on", null, There.Senco.Id, First.Clock.Now).OrThrow();
        record.Add(version);
        record.Add(DocumentText.For(version));
        Assert.Null(await record.SaveAsync(new DocumentReplaced(There.Leo.Id, document.Id), Cancel));
    }

    private async Task StartPlanAsync(PlanKind kind)
    {
        await using var db = First.OpenDb();
        var record = new VisibleRecord(db, There.Senco.AsViewer, First.Clock);
        var plan = SupportPlan.Start(There.Hillview.Id, There.Leo.Id, kind, There.Senco.Id, First.Clock.Now);
        record.Add(plan);
        Assert.Null(await record.SaveAsync(new PlanStarted(There.Leo.Id, plan.Id), Cancel));
    }

    private async Task NarrowAsync(Id<Kept.Domain.Log.LogEntry> id)
    {
        await using var db = First.OpenDb();
        var stored = await db.LogEntries.SingleAsync(e => e.Id == id, Cancel);
        var record = new VisibleRecord(db, There.Dsl.AsViewer, First.Clock);
        record.Add(stored.Correct(stored.Content with { Visibility = Visibility.Safeguarding }, "For the DSL", There.Dsl.Id, First.Clock.Now).OrThrow());
        Assert.Null(await record.SaveAsync(new Kept.Domain.Log.EntryCorrected(There.Leo.Id, id, "For the DSL"), Cancel));
    }

    private static async Task<byte[]> BytesAsync(KeptHost host, string sha256)
    {
        await using var file = FilesOf(host).Open(sha256)!;
        using var read = new MemoryStream();
        await file.CopyToAsync(read, Cancel);
        return read.ToArray();
    }
}
