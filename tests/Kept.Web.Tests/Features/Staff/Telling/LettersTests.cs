using System.Diagnostics;
using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Letters;
using Kept.Web.Packs;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Kept.Web.Wordings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Telling;

/// <summary>/telling/letters, /telling/letters/{runId} and /telling/letters/{runId}/file: all letters at once, and what became of each.</summary>
public sealed class LettersTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    private readonly Dictionary<string, int> before = [];

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
            Assert.DoesNotContain("letter waits", (await As(other).GetAsync("/telling")).Text, StringComparison.Ordinal);
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
    public async Task An_order_of_this_morning_keeps_a_letter_out_of_the_file_and_out_of_the_post()
    {
        await BeginAsync();
        var letter = await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, (await World.AddEntryAsync(World.Leo, "Where Leo goes on Monday")).Id.Value);
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "A fine week")).Id.Value);
        var office = As(World.Office);
        var run = await PrepareAsync(office);
        var form = run.FormWith("They are in the post");
        Clock.Pass(Duration.FromMinutes(1));
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoContact);
        try
        {
            Assert.DoesNotContain(await PagesAsync(office, run.Url), p => p.Contains("Leo", StringComparison.Ordinal));
            Assert.Contains("Take out of the pile", (await office.GetAsync(run.Url)).Text, StringComparison.Ordinal);
            var done = await office.PressAsync(form, "They are in the post");
            Assert.Contains("1 letter is in the post", done.Text, StringComparison.Ordinal);
            Assert.Contains("may not go any more", done.Text, StringComparison.Ordinal);
            Assert.Equal(DispatchState.Dropped, (await StateAsync(letter)).State);
        }
        finally
        {
            await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        }
    }

    [Fact]
    public async Task What_is_printed_takes_in_nothing_that_comes_afterwards()
    {
        await BeginAsync();
        await World.AddEntryAsync(World.Zainab, "On the paper");
        await PassGraceAndTellAsync();
        var run = await PrepareAsync(As(World.Office));
        await World.AddEntryAsync(World.Zainab, "Not on the paper");
        await PassGraceAndTellAsync();

        var letters = await Host.DispatchesAsync(World.ZainabsMother);
        Assert.Equal(2, letters.Count(d => d.Way is WayToTell.Letter && d.State is DispatchState.ByHand));
        Assert.Single(letters, d => d.RunId is not null);
        await As(World.Office).PressAsync(run.FormWith("They are in the post"), "They are in the post");
        Assert.Single(await Host.DispatchesAsync(World.ZainabsMother), d => d.Way is WayToTell.Letter && d.State is DispatchState.ByHand);
    }

    [Fact]
    public async Task Many_are_made_ready_a_pile_at_a_time_and_what_is_left_is_counted()
    {
        await BeginAsync();
        const int many = 230;
        var news = await World.AddNewsAsync("Coffee morning");
        await using (var db = Host.OpenDb())
        {
            await db.Tidings.ExecuteDeleteAsync(Cancel);
            for (var n = 0; n < many; n++)
            {
                var carer = Person.Named(World.Hillview.Id, PersonKind.Carer, "Mx", "Paper", $"Family{n:0000}").OrThrow();
                db.AddRange(carer, new Relationship { Id = Id<Relationship>.New(), SchoolId = World.Hillview.Id, PupilId = World.Zainab.Id, CarerId = carer.Id, Kind = "carer" });
                Add(db, Dispatch.To(carer, WayToTell.Letter, "en", Clock.Now), null, NoticeOf.News, news.Id.Value);
            }

            await new Store.Ledger.LedgerWriter(db, new OperatorViewer(World.Hillview.Id), Clock).SaveAsync([new RelationshipChanged(World.Zainab.Id, default), new PersonChanged(default)], Cancel);
        }

        var office = As(World.Office);
        var list = await office.GetAsync("/telling/letters");
        Assert.Contains("230 letters wait", list.Text, StringComparison.Ordinal);
        Assert.Equal(LettersToPost.PageSize, list.Texts(".settings li").Count);
        Assert.Contains("130 are left after these", list.Text, StringComparison.Ordinal);
        Assert.Contains("Paper Family0229", (await office.GetAsync("/telling/letters?page=5")).Text, StringComparison.Ordinal);
        Assert.Contains("Paper Family0117", Assert.Single((await office.GetAsync("/telling/letters?name=family0117")).Texts(".settings li")), StringComparison.Ordinal);
        Assert.Contains("No letter fits", (await office.GetAsync("/telling/letters?class=1Z")).Text, StringComparison.Ordinal);
        var run = await office.SubmitAsync(list.FormWith("Make the first 100 ready to print"));
        Assert.Contains("100 letters made ready", run.Text, StringComparison.Ordinal);
        Assert.Contains("130 more wait", run.Text, StringComparison.Ordinal);

        // The same form sent twice makes one pile.
        Assert.Equal(run.Url, (await office.SubmitAsync(list.FormWith("Make the first 100 ready to print"))).Url);
        var pages = await PagesAsync(office, run.Url);
        Assert.Equal(LetterRun.Most, pages.Count(p => p.Contains("Coffee morning", StringComparison.Ordinal)));
        Assert.Contains("Family0000", pages[0], StringComparison.Ordinal);
        Assert.Single(await RunsAsync());
    }

    [Fact]
    public async Task Each_letter_is_in_its_own_language_direction_and_size()
    {
        var day = new LocalDate(2026, 5, 12);
        LetterOnPaper Letter(int number, string language, FormatWishes formats) =>
            new(number, "Hillview", "Mrs Fatima Ali", day, Wording.Of(language)!, formats, "A subject", null, []);
        var letters = new LettersOnPaper("Letters", [Letter(1, "ur", new FormatWishes(LargePrint: true)), Letter(2, "pl", new FormatWishes(EasyRead: true)), Letter(3, "en", FormatWishes.Ordinary)]);
        using var page = new MemoryStream();
        await Host.Services.GetRequiredService<PackPrint>().WriteAsync("/Features/Shared/_Letters.cshtml", letters, page, Cancel);
        var html = System.Text.Encoding.UTF8.GetString(page.ToArray());

        Assert.Matches("<article class=\"sheet large\" lang=\"ur[^\"]*\" dir=\"rtl\">", html);
        Assert.Matches("<article class=\"sheet easy\" lang=\"pl[^\"]*\" dir=\"ltr\">", html);
        Assert.Matches("<article class=\"sheet\" lang=\"en[^\"]*\" dir=\"ltr\">", html);
        Assert.Contains("<div class=\"top\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("ur")!["letter.ask"], WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    private static async Task<TestPage> PrepareAsync(TestClient staff)
    {
        var list = await staff.GetAsync("/telling/letters");
        var run = await staff.SubmitAsync(list.Form("form.acts"));
        Assert.StartsWith("/telling/letters/", run.Url, StringComparison.Ordinal);
        return run;
    }

    /// <summary>What each page of the file says.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync(TestClient staff, string run)
    {
        var answer = await staff.DownloadAsync($"{run}/file");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var file = Path.Combine(Host.Place.Directory, $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(Cancel), Cancel);
        using var read = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return [.. (await read.StandardOutput.ReadToEndAsync(Cancel)).Split('\f').Select(TestPage.Tidy).Where(page => page.Length > 0)];
    }

    private async Task<Dispatch> WaitAsync(TestPerson carer, TestPupil child, NoticeOf of, Guid about)
    {
        await using var db = Host.OpenDb();
        var dispatch = Dispatch.To(await db.People.SingleAsync(p => p.Id == carer.Id, Cancel), WayToTell.Letter, "en", Clock.Now);
        await db.Tidings.ExecuteDeleteAsync(Cancel);
        Add(db, dispatch, child, of, about);
        await db.SaveChangesAsync(Cancel);
        return dispatch;
    }

    private void Add(Store.KeptDb db, Dispatch dispatch, TestPupil? child, NoticeOf of, Guid about) => db.AddRange(dispatch, new Notice
    {
        Id = Id<Notice>.New(),
        SchoolId = World.Hillview.Id,
        CarerId = dispatch.CarerId,
        TidingId = Id<Tiding>.New(),
        PupilId = child?.Id,
        Of = of,
        AboutId = about,
        Visibility = of.Visibility(),
        MadeAt = Clock.Now,
        DispatchId = dispatch.Id
    });

    private static IEnumerable<(string, string?)> Shown(AngleSharp.Html.Dom.IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name=Shown]").Select(i => ("Shown", i.GetAttribute("value")));

    private async Task<(DispatchState State, Id<LetterRun>? Run)> StateAsync(Dispatch dispatch)
    {
        await using var db = Host.OpenDb();
        return await db.Dispatches.AsNoTracking().Where(d => d.Id == dispatch.Id).Select(d => new { d.State, d.RunId }).SingleAsync(Cancel) is var row ? (row.State, row.RunId) : default;
    }

    private async Task<IReadOnlyList<Id<LetterRun>>> RunsAsync()
    {
        await using var db = Host.OpenDb();
        return await db.Dispatches.Where(d => d.RunId != null).Select(d => d.RunId!.Value).Distinct().ToListAsync(Cancel);
    }

    /// <summary>Nothing waits, and what happened in other tests counts for nothing.</summary>
    private async Task BeginAsync()
    {
        await BothParentsAsync();
        await using var db = Host.OpenDb();
        foreach (var kind in (string[])["carer-told-by-hand", "letter-taken-back"])
        {
            before[kind] = await db.LedgerLinks.CountAsync(l => l.Kind == kind, Cancel);
        }
    }

    private async Task<int> HappenedAsync(string kind)
    {
        await using var db = Host.OpenDb();
        return await db.LedgerLinks.CountAsync(l => l.Kind == kind, Cancel) - before[kind];
    }
}
