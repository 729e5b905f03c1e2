using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Telling;

/// <summary>/telling/letters and /telling/letters/{runId}: all letters at once, and what became of each.</summary>
public sealed class LettersTests(TellingHost host, MailServerProcess server) : LetterTest(host, server)
{
    [Fact]
    public async Task All_that_wait_are_one_file_and_are_marked_in_one_step()
    {
        await BeginAsync();
        await World.ReadInAsync(World.ZainabsMother, World.Zainab, new FormatWishes(LargePrint: true));
        var entry = await World.AddEntryAsync(World.Zainab, "Zainab speaks more in class", said: "Her teacher is glad");
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, entry.Id.Value);
        await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, (await World.AddEntryAsync(World.Leo, "Leo reads every day")).Id.Value);
        var office = As(World.Office);
        Assert.Contains("2 letters wait", (await office.GetAsync("/telling")).Text, StringComparison.Ordinal);

        var run = await PrepareAsync(office);
        Assert.Contains("large print", run.Text, StringComparison.Ordinal);
        var pages = await PagesAsync(office, run.Url);
        Assert.Contains(pages, p => p.Contains("Zainab speaks more in class", StringComparison.Ordinal) && p.Contains("Fatima", StringComparison.Ordinal) && !p.Contains("Leo reads", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Contains("Leo reads every day", StringComparison.Ordinal) && p.Contains("Something new from", StringComparison.Ordinal) && !p.Contains("Zainab", StringComparison.Ordinal));

        // While it is printed something else comes to wait for the same mother.
        var later = await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "Written after the paper")).Id.Value);
        var done = await office.PressAsync(run.FormWith("They are in the post"), "They are in the post");
        Assert.Contains("2 letters are in the post", done.Text, StringComparison.Ordinal);

        // Pressed again, from the page that was still open.
        Assert.Contains("marked already", (await office.PressAsync(run.FormWith("They are in the post"), "They are in the post")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await HappenedAsync("carer-told-by-hand"));
        await using var db = Host.OpenDb();
        Assert.Equal(DispatchState.ByHand, (await db.Dispatches.SingleAsync(d => d.Id == later.Id, Cancel)).State);
        Assert.Contains("1 letter waits", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_print_waits_again_and_what_did_not_go_after_all_is_taken_back()
    {
        await BeginAsync();
        var one = await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "One")).Id.Value);
        var two = await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, (await World.AddEntryAsync(World.Leo, "Two")).Id.Value);
        var office = As(World.Office);
        var run = await PrepareAsync(office);
        var done = await office.PressAsync(run.FormWith("They are in the post"), "They are in the post", ("Ticked", $"{one.Id}"));
        Assert.Contains("1 letter is in the post. 1 letter waits again.", done.Text, StringComparison.Ordinal);
        Assert.Equal((DispatchState.ByHand, null), await StateAsync(one));
        Assert.Equal(DispatchState.Told, (await StateAsync(two)).State);

        var back = await office.PressAsync(done.FormWith("These did not go after all"), "These did not go after all", ("Ticked", $"{two.Id}"));
        Assert.Contains("1 letter did not go after all", back.Text, StringComparison.Ordinal);
        Assert.Equal((DispatchState.ByHand, null), await StateAsync(two));
        Assert.Equal(1, await HappenedAsync("letter-taken-back"));
        Assert.Contains("2 letters wait", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);

        // A pile of which nothing came out of the printer.
        var again = await PrepareAsync(office);
        await office.PressAsync(again.FormWith("They are in the post"), "None printed: put all back");
        Assert.Contains("2 letters wait", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await HappenedAsync("carer-told-by-hand"));
    }

    [Fact]
    public async Task Two_at_once_print_no_letter_twice_and_mark_none_twice()
    {
        await BeginAsync();
        const int many = 20;
        for (var n = 0; n < many; n++)
        {
            await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, $"Number {n}")).Id.Value);
        }

        var (office, senco) = (As(World.Office), As(World.Senco));
        var pages = await Task.WhenAll(office.GetAsync("/telling/letters"), senco.GetAsync("/telling/letters"));
        await Task.WhenAll(office.SubmitAsync(pages[0].FormWith($"Make all {many} ready to print")), senco.SubmitAsync(pages[1].FormWith($"Make all {many} ready to print")));
        await using (var db = Host.OpenDb())
        {
            var letters = await db.Dispatches.AsNoTracking().Where(d => d.RunId != null).ToListAsync(Cancel);
            Assert.Equal(many, letters.Count);
            Assert.Equal(many, letters.Select(d => (d.RunId, d.RunNumber)).Distinct().Count());
        }

        foreach (var run in await RunsAsync())
        {
            var shown = await Task.WhenAll(office.GetAsync($"/telling/letters/{run}"), senco.GetAsync($"/telling/letters/{run}"));
            await Task.WhenAll(
                office.PressAsync(shown[0].FormWith("They are in the post"), "They are in the post"), senco.PressAsync(shown[1].FormWith("They are in the post"), "They are in the post"));
        }

        Assert.Equal(many, await HappenedAsync("carer-told-by-hand"));
    }

    [Fact]
    public async Task Another_schools_letters_are_neither_counted_nor_made_ready()
    {
        await BeginAsync();
        var letter = await WaitAsync(World.RubysMother, World.Ruby, NoticeOf.Plan, Guid.CreateVersion7());
        Assert.Contains("Letters to print", (await As(World.RiversideSenco).GetAsync("/telling")).Text, StringComparison.Ordinal);

        var senco = As(World.Senco);
        Assert.DoesNotContain("Letters to print", (await senco.GetAsync("/telling")).Text, StringComparison.Ordinal);
        Assert.Contains("No letter waits", (await senco.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        var refused = await senco.PostAsync("/telling/letters", ("RunId", $"{Id<LetterRun>.New()}"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("No such letter waits any more", refused.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb(World.Ruby.SchoolId);
        Assert.True(await db.Dispatches.AnyAsync(d => d.Id == letter.Id && d.State == DispatchState.ByHand && d.RunId == null, Cancel));
        await db.Notices.Where(n => n.DispatchId == letter.Id).ExecuteDeleteAsync(Cancel);
        await db.Dispatches.Where(d => d.Id == letter.Id).ExecuteDeleteAsync(Cancel);
    }

    [Fact]
    public async Task Nobody_sees_a_letter_whose_pupil_they_do_not_see()
    {
        await BeginAsync();
        var enquiry = await World.AddEnquiryAsync(World.Zainab, "Raised by her mother", visibility: Visibility.Staff);
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Answer, enquiry.Id.Value);
        var senco = As(World.Senco);
        Assert.Contains("Mrs Fatima Ali", (await senco.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        foreach (var other in (TestPerson[])[World.Office, World.Teacher, World.RiversideSenco])
        {
            Assert.DoesNotContain("Fatima", (await As(other).GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        }

        foreach (var colleague in (TestPerson[])[World.Office, World.Teacher])
        {
            Assert.DoesNotContain("letter waits", (await As(colleague).GetAsync("/telling")).Text, StringComparison.Ordinal);
        }

        var run = await PrepareAsync(senco);
        foreach (var other in (TestPerson[])[World.Office, World.Teacher, World.RiversideSenco])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await As(other).GetAsync(run.Url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await As(other).DownloadAsync($"{run.Url}/file")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync("/telling/letters")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync(run.Url)).Status);

        // Another's hand-made form marks nothing.
        var form = run.FormWith("They are in the post");
        await As(World.Office).PostAsync(run.Url, [.. Shown(form)]);
        Assert.Equal(0, await HappenedAsync("carer-told-by-hand"));
    }

    [Fact]
    public async Task What_is_printed_takes_in_nothing_that_comes_afterwards()
    {
        await BeginAsync();
        await World.AddEntryAsync(World.Zainab, "On the paper");
        await PassGraceAndTellAsync();
        var office = As(World.Office);
        var run = await PrepareAsync(office);
        await World.AddEntryAsync(World.Zainab, "Not on the paper");
        await PassGraceAndTellAsync();

        var letters = await Host.DispatchesAsync(World.ZainabsMother);
        Assert.Equal(2, letters.Count(d => d.Way is WayToTell.Letter && d.State is DispatchState.ByHand));
        Assert.Single(letters, d => d.RunId is not null);
        await office.PressAsync(run.FormWith("They are in the post"), "They are in the post");
        Assert.Single(await Host.DispatchesAsync(World.ZainabsMother), d => d.Way is WayToTell.Letter && d.State is DispatchState.ByHand);
    }

    [Fact]
    public async Task What_may_not_go_is_withheld_even_where_no_pile_comes_of_it()
    {
        await BeginAsync();
        var entry = await World.AddEntryAsync(World.Zainab, "Shared by mistake");
        var letter = await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, entry.Id.Value);
        await World.CorrectAsync(entry, was => was with { Visibility = Visibility.Staff });
        var office = As(World.Office);
        var refused = await office.PostAsync("/telling/letters", ("RunId", $"{Id<LetterRun>.New()}"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(DispatchState.Dropped, (await StateAsync(letter)).State);
        Assert.Contains("No letter waits", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_pile_that_may_not_go_does_not_stand_before_what_may()
    {
        await BeginAsync();
        var entry = await World.AddEntryAsync(World.Leo, "Shared by mistake");
        for (var n = 0; n <= LetterRun.Most; n++)
        {
            await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, entry.Id.Value);
        }

        var good = await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, (await World.AddEntryAsync(World.Leo, "A fine week")).Id.Value);
        await World.CorrectAsync(entry, was => was with { Visibility = Visibility.Staff });
        await As(World.Office).PostAsync("/telling/letters", ("RunId", $"{Id<LetterRun>.New()}"));
        Assert.NotNull((await StateAsync(good)).Run);
    }

    [Fact]
    public async Task A_pile_that_is_not_in_the_post_is_listed_before_many_that_are()
    {
        await BeginAsync();
        var entry = await World.AddEntryAsync(World.Zainab, "A fine week");
        var old = await World.AddLetterRunAsync(World.Zainab, World.ZainabsMother, entry.Id.Value);
        for (var n = 0; n < 31; n++)
        {
            Clock.Pass(Duration.FromMinutes(1));
            var run = await World.AddLetterRunAsync(World.Zainab, World.ZainabsMother, entry.Id.Value);
            await using var db = Host.OpenDb();
            await db.Dispatches.Where(d => d.RunId == run.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Told).SetProperty(d => d.SettledAt, Clock.Now), Cancel);
        }

        Assert.NotNull((await As(World.Office).GetAsync("/telling/letters")).Document.QuerySelector($"a[href='/telling/letters/{old.Id}']"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_of_which_one_part_is_withheld_and_the_rest_read_is_done_with(bool withheldFirst)
    {
        await BeginAsync();
        var (read, mistake) = (await World.AddEntryAsync(World.Zainab, "Read on the phone"), await World.AddEntryAsync(World.Zainab, "Shared by mistake"));
        var letter = await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, read.Id.Value);
        await using var db = Host.OpenDb();
        Notice Also() => new()
        {
            Id = Id<Notice>.New(), SchoolId = letter.SchoolId, CarerId = letter.CarerId, TidingId = Id<Tiding>.New(), PupilId = World.Zainab.Id, Of = NoticeOf.Agreed,
            AboutId = mistake.Id.Value, Visibility = NoticeOf.Agreed.Visibility(), MadeAt = Clock.Now, DispatchId = letter.Id
        };
        db.Add(Also());
        await db.SaveChangesAsync(Cancel);
        var office = As(World.Office);
        var run = await PrepareAsync(office);
        var mothers = await db.Notices.AsNoTracking().Where(n => n.DispatchId == letter.Id && n.AboutId == read.Id.Value).ToListAsync(Cancel);
        var told = new Store.Telling.ToldOf(db, new CarerViewer(letter.SchoolId, letter.CarerId, World.ZainabsMother.Name), Clock);
        if (withheldFirst)
        {
            await db.Notices.Where(n => n.DispatchId == letter.Id && n.AboutId == mistake.Id.Value).ExecuteUpdateAsync(set => set.SetProperty(n => n.WithheldAt, Clock.Now), Cancel);
            await told.OpenedAsync(mothers, Cancel);
        }
        else
        {
            await db.Notices.Where(n => n.DispatchId == letter.Id).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.OpenedAt, n => n.AboutId == read.Id.Value ? Clock.Now : null).SetProperty(n => n.WithheldAt, n => n.AboutId == mistake.Id.Value ? Clock.Now : null), Cancel);
            await office.PressAsync(run.FormWith("They are in the post"), "They are in the post");
        }

        Assert.Equal(DispatchState.Dropped, (await StateAsync(letter)).State);
    }

    [Fact]
    public async Task No_count_speaks_of_an_answer_that_the_viewer_does_not_see_any_more()
    {
        await BeginAsync();
        var enquiry = await World.AddEnquiryAsync(World.Zainab, "Raised by her mother", visibility: Visibility.Staff);
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Answer, enquiry.Id.Value);
        var senco = As(World.Senco);
        Assert.Contains("1 letter waits", (await senco.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        await World.CorrectAsync(await db.LogEntries.SingleAsync(e => e.Id == enquiry.EntryId, Cancel), was => was with { Visibility = Visibility.Safeguarding });
        Assert.Contains("No letter waits", (await senco.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("letter waits", (await senco.GetAsync("/telling")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_a_pile_is_not_marked_from_a_page_that_was_open_before()
    {
        await BeginAsync();
        var letter = await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "A fine week")).Id.Value);
        var office = As(World.Office);
        await PrepareAsync(office);
        var refused = await office.PostAsync("/telling/letters?handler=told", ("dispatch", $"{letter.Id}"), ("seen", "0"));
        Assert.Contains("This letter is printed, in a pile with others", refused.Text, StringComparison.Ordinal);
        Assert.Equal(DispatchState.ByHand, (await StateAsync(letter)).State);
        Assert.Equal(0, await HappenedAsync("carer-told-by-hand"));
    }

    [Fact]
    public async Task One_that_was_handed_over_is_marked_from_the_list_of_letters()
    {
        await BeginAsync();
        var letter = await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "A new coat")).Id.Value);
        var office = As(World.Office);

        var list = await office.SubmitAsync((await office.GetAsync("/telling/letters")).FormWith("I have told them: Mrs Fatima Ali"));

        Assert.Equal("/telling/letters", list.Url);
        Assert.Contains("you have told Mrs Fatima Ali", list.Text, StringComparison.Ordinal);
        Assert.Equal(DispatchState.Told, (await StateAsync(letter)).State);
        Assert.Equal(1, await HappenedAsync("carer-told-by-hand"));
    }
}
