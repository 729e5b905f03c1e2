using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Reviews;
using Kept.Store;
using Kept.Store.Chronology;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Chronology;

/// <summary>The story over time is computed, and told to each as far as they may know.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task What_happened_is_told_in_order_and_each_line_leads_to_its_source()
    {
        var entry = await World.AddEntryAsync(World.Noah, "Tearful on Mondays", on: World.Today.PlusDays(-20), reviewOn: World.Today.PlusDays(-1), said: "We will try a softer start");
        var action = await World.AddActionAsync(World.Noah, "Meet him at the door", World.FormTutor, entry: entry, agreedOn: World.Today.PlusDays(-20));
        Clock.Pass(Duration.FromMinutes(1));
        await World.ChangeAsync(action, a => a.MoveTo(World.Today.PlusDays(9), "He was away", World.Today, Clock.Now));
        Clock.Pass(Duration.FromMinutes(1));
        await World.ChangeAsync(action, a => a.MarkDone("He walks in by himself", "Tutor’s register", World.Today, Clock.Now));
        Clock.Pass(Duration.FromMinutes(1));
        await CorrectAsync(entry, "Tearful on Monday mornings");
        Clock.Pass(Duration.FromMinutes(1));
        await ReviewAsync(entry);
        Clock.Now = FixedClock.Start + Duration.FromMinutes(5);

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Noah.Id}/chronology?order=oldest");

        Assert.Equal(
            [
                "Phone call", "Miss Grace Okafor agreed, by 12 May 2026", "Action moved from 12 May 2026 to 14 May 2026", "Action marked as done",
                "What was logged about 15 April 2026 was corrected", "Review of what was agreed on 15 April 2026: it happened"
            ],
            page.Texts(".chronology h2"));
        Assert.Equal($"/entries/{entry.Id}", page.LinkTo("Phone call"));
        Assert.Equal($"/actions/{action.Id}", page.LinkTo("Action marked as done"));
        var told = page.Texts(".chronology > li");
        Assert.Contains("Wed 15 April 2026", told[0], StringComparison.Ordinal);
        Assert.Contains("Logged Tue 5 May 2026 at 9.30am by Mrs Amina Khan", told[0], StringComparison.Ordinal);
        Assert.Contains("Tearful on Mondays", page.Texts(".chronology s"));
        Assert.Contains("He was away", told[2], StringComparison.Ordinal);
        Assert.Contains("What changed: He walks in by himself", told[3], StringComparison.Ordinal);
        var latestFirst = await As(World.Senco).GetAsync($"/pupils/{World.Noah.Id}/chronology");
        Assert.Equal(page.Texts(".chronology h2").Reverse(), latestFirst.Texts(".chronology h2"));
    }

    [Fact]
    public async Task Plans_meetings_documents_and_handovers_are_told_beside_the_log_and_only_to_whom_they_are_for()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var meeting = await World.AddMeetingAsync(World.Leo);
        await World.ChangeMeetingAsync(meeting, m => m.Cancel(Domain.Meetings.CalledOffBy.Family, "Mum is unwell"));
        var document = await World.AddDocumentAsync(World.Leo, "Letter from the clinic");
        await World.AddDocumentAsync(World.Leo, "Grave letter", visibility: Visibility.Safeguarding);
        await World.AddMeetingAsync(World.Leo, visibility: Visibility.Safeguarding);
        var handover = await World.AddHandoverAsync(World.Leo, World.Assistant);

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/chronology?order=oldest");

        Assert.Equal($"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions/1", page.LinkTo("SEN support plan, version 1"));
        Assert.Equal($"/meetings/{meeting.Id}", page.LinkTo("SEN support meeting called off by the family"));
        Assert.Equal($"/documents/{document.Id}", page.LinkTo("Letter added"));
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/handovers/{handover.Id}");
        Assert.DoesNotContain("Grave letter", page.Html, StringComparison.Ordinal);
        Assert.Contains("Grave letter", (await As(World.Dsl).GetAsync($"/pupils/{World.Leo.Id}/chronology")).Text, StringComparison.Ordinal);
        Assert.Equal(["Letter added"], (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/chronology?kind=document")).Texts(".chronology h2"));
        Assert.DoesNotContain("/handovers/", (await As(World.Office).GetAsync($"/pupils/{World.Leo.Id}/chronology")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_seen_is_absent_and_leaves_no_trace()
    {
        await World.AddEntryAsync(World.Zainab, "open to all", on: World.Today.PlusDays(-3));
        string[] before = [await TextAsync(World.Senco), await TextAsync(World.Office)];

        var entry = await World.AddEntryAsync(World.Zainab, "unspoken words", Visibility.Safeguarding, with: World.Psychologist);
        var action = await World.AddActionAsync(World.Zainab, "unspoken deed", World.Dsl, visibility: Visibility.Safeguarding, entry: entry);
        await World.ChangeAsync(action, a => a.Start(Clock.Now), World.Dsl);
        await World.AddEnquiryAsync(World.Zainab, "unspoken question", visibility: Visibility.Safeguarding);

        string[] after = [await TextAsync(World.Senco), await TextAsync(World.Office)];
        Assert.Equal(before, after);
        Assert.DoesNotContain("unspoken", await TextAsync(World.Senco, $"?person={World.Dsl.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nair", await TextAsync(World.Senco), StringComparison.Ordinal);
        Assert.Contains("unspoken deed", await TextAsync(World.Dsl), StringComparison.Ordinal);

        async Task<string> TextAsync(TestPerson viewer, string query = "") => (await As(viewer).GetAsync($"/pupils/{World.Zainab.Id}/chronology{query}")).Text;
    }

    [Fact]
    public async Task A_line_may_be_asked_for_by_day_kind_and_person()
    {
        await World.AddEntryAsync(World.Leo, "an early call", on: World.Today.PlusDays(-40), with: World.LeosMother);
        await World.AddEntryAsync(World.Leo, "a later call", on: World.Today.PlusDays(-10), with: World.LeosFather);
        await World.AddActionAsync(World.Leo, "a thing to do", World.Teacher);

        Assert.Equal(["Phone call with Mr Craig Bennett, father"], await TitlesAsync("from=24 April&to=1 May"));
        Assert.Equal(["Mr Tom Ellis agreed, by 12 May 2026"], await TitlesAsync("kind=action"));
        Assert.Equal(["Phone call with Ms Laura Bennett, mother"], await TitlesAsync($"person={World.LeosMother.Id}"));
        Assert.Empty(await TitlesAsync("to=1 January"));

        var wrong = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/chronology?from=a fortnight on Venus");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Single(wrong.Errors);
        Assert.Contains("a fortnight on Venus", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(["The last day must be on or after the first"], (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/chronology?from=2 May&to=1 May")).Errors);

        async Task<IReadOnlyList<string>> TitlesAsync(string query) => (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/chronology?{query}")).Texts(".chronology h2");
    }

    [Fact]
    public async Task What_a_carer_says_of_the_plan_and_the_answer_stand_in_it_for_who_works_with_the_child()
    {
        var (plan, _) = await World.AddPlanAsync(World.Zainab);
        var aunt = await World.AddCarerAsync(World.Zainab, "Olga", "Second", "aunt");
        await World.AddPlanViewAsync(aunt, plan, "strengths", words: null);
        var view = await World.AddPlanViewAsync(World.ZainabsMother, plan, "matters", "He misses the marmalade cat");
        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Zainab.Id}/plan/views/{view.Id}")).Form(), ("Form.Answer", "A photograph of the cat comes to school"));
        var page = $"/pupils/{World.Zainab.Id}/chronology";

        foreach (var viewer in new[] { World.Senco, World.Dsl })
        {
            var lines = (await As(viewer).GetAsync(page)).Texts(".chronology li");
            Assert.Contains(lines, l => l.Contains("Mrs Fatima Ali says what they think of a part of the plan", StringComparison.Ordinal) && l.Contains("He misses the marmalade cat", StringComparison.Ordinal));
            Assert.Contains(lines, l => l.Contains("Ms Olga Second agrees with a part of the plan", StringComparison.Ordinal));
            Assert.Contains(lines, l => l.Contains("Mrs Fatima Ali was answered about the plan", StringComparison.Ordinal) && l.Contains("A photograph of the cat", StringComparison.Ordinal));
        }

        var office = await As(World.Office).GetAsync(page);
        Assert.DoesNotContain("marmalade", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("photograph of the cat", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("a part of the plan", office.Text, StringComparison.Ordinal);
        Assert.Single((await senco.GetAsync($"{page}?kind=plan-view&person={aunt.Id}")).Texts(".chronology h2"));
        Assert.Single((await senco.GetAsync($"{page}?kind=plan-view-answer&person={World.Senco.Id}")).Texts(".chronology h2"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_of_every_size_tell_each_line_once_and_in_order(bool oldestFirst)
    {
        for (var i = 0; i < 6; i++)
        {
            var entry = await World.AddEntryAsync(World.Ruby, $"call {i}", on: World.Today.PlusDays(-(i % 3)));
            var action = await World.AddActionAsync(World.Ruby, $"deed {i}", World.RiversideSenco, agreedOn: World.Today.PlusDays(-(i % 2)), entry: entry);
            await World.ChangeAsync(action, a => a.Start(Clock.Now), World.RiversideSenco);
            Clock.Pass(Duration.FromHours(5 * (i % 2)));
        }

        Clock.Now = FixedClock.Start;
        await using var db = Host.OpenDb(World.Riverside.Id);
        var record = await Host.RecordOfAsync(db, World.RiversideSenco);
        var ask = new ChronicleAsk(World.Ruby.Id) { OldestFirst = oldestFirst };
        var all = await record.ChronicleAsync(ask, Cancel).Select(l => l.Mark).ToListAsync(Cancel);
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Equal(oldestFirst ? all.Order(ChronicleMark.InTime) : all.OrderDescending(ChronicleMark.InTime), all);
        Assert.True(all.Count >= 18);
        foreach (var size in (int[])[1, 2, 5, 7])
        {
            List<ChronicleMark> told = [];
            var page = await record.ChroniclePageAsync(ask, null, null, size, Cancel);
            Assert.Null(page.Before);
            for (told.AddRange(page.Lines.Select(l => l.Mark)); page.After is { } after; told.AddRange(page.Lines.Select(l => l.Mark)))
            {
                page = await record.ChroniclePageAsync(ask, null, ChronicleMark.Read(after.ToString()), size, Cancel);
            }

            Assert.Equal(all, told);
            for (told = [.. page.Lines.Select(l => l.Mark)]; page.Before is { } before; told = [.. page.Lines.Select(l => l.Mark), .. told])
            {
                page = await record.ChroniclePageAsync(ask, before, null, size, Cancel);
            }

            Assert.Equal(all, told);
        }
    }

    [Fact]
    public async Task Neither_anothers_pupil_nor_another_schools_has_a_chronology_here()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync($"/pupils/{World.Zainab.Id}/chronology")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync($"/pupils/{World.Leo.Id}/chronology")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync($"/pupils/{World.Leo.Id}/chronology")).Status);
        Assert.Equal(HttpStatusCode.OK, (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/chronology?after=nonsense&person=nobody&kind=none")).Status);
    }

    private async Task CorrectAsync(LogEntry entry, string issue)
    {
        await using var db = Host.OpenDb();
        var stored = await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel);
        var record = await Host.RecordOfAsync(db, World.Senco);
        record.Add(stored.Correct(stored.Content with { Issue = issue }, "His own word", World.Senco.Id, Clock.Now).OrThrow());
        Assert.Null(await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, "His own word"), Cancel));
    }

    private async Task ReviewAsync(LogEntry entry)
    {
        await using var db = Host.OpenDb();
        var stored = await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel);
        var record = await Host.RecordOfAsync(db, World.Senco);
        var review = Review.Hold(stored, DidItHappen.Yes, "Calmer", null, null, World.Today, World.Senco.Id, Clock.Now).OrThrow();
        record.Add(review);
        Assert.Null(await record.SaveAsync(new ReviewHeld(entry.PupilId, review.Id), Cancel));
    }
}
