using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store.Messages;
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

/// <summary>/telling/letters/{runId}/file: a pile on paper, each letter as its carer may and can read it.</summary>
public sealed class LetterFileTests(TellingHost host, MailServerProcess server) : LetterTest(host, server)
{
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
    public async Task Of_a_young_person_nothing_is_printed_until_it_is_written_down_who_decides()
    {
        await BeginAsync();
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "About the sixth form")).Id.Value);
        var office = As(World.Office);
        Assert.Contains("1 letter waits", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        await BornAsync(World.Today.PlusYears(-17));
        try
        {
            Assert.Contains("No letter waits", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await BornAsync(World.Zainab.Born);
        }

        Assert.Contains("1 letter waits", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
    }

    /// <summary>Sixteen since October: in Scotland of school age until 21 December, in the other nations until June.</summary>
    [Theory]
    [InlineData(Nation.England, false)]
    [InlineData(Nation.Wales, false)]
    [InlineData(Nation.NorthernIreland, false)]
    [InlineData(Nation.Scotland, true)]
    public async Task From_when_a_young_person_decides_is_as_the_nation_of_the_school_says(Nation nation, bool decides)
    {
        await BeginAsync();
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, (await World.AddEntryAsync(World.Zainab, "About what comes after school")).Id.Value);
        await BornAsync(new(2009, 10, 15));
        await InNationAsync(nation);
        try
        {
            var office = As(World.Office);
            Assert.Contains(decides ? "No letter waits" : "1 letter waits", (await office.GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
            Assert.Contains(decides ? "Since 22 December 2025 it is" : "From ", (await office.GetAsync($"/pupils/{World.Zainab.Id}/decides")).Text, StringComparison.Ordinal);
            await using var db = Host.OpenDb();
            var recipients = await (await Host.RecordOfAsync(db, World.Senco)).RecipientsAsync(World.Zainab.Id, Cancel);
            Assert.Equal(decides, recipients.Any(r => r.No is { } why && why.Sentence.Contains("is over 16", StringComparison.Ordinal)));
        }
        finally
        {
            await BornAsync(World.Zainab.Born);
            await InNationAsync(Nation.England);
        }
    }

    private async Task InNationAsync(Nation nation)
    {
        await using var db = Host.OpenDb();
        await db.Schools.Where(s => s.Id == World.Hillview.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Nation, nation), Cancel);
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

    private async Task BornAsync(LocalDate on)
    {
        await using var db = Host.OpenDb();
        await db.Pupils.Where(p => p.Id == World.Zainab.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DateOfBirth, on), Cancel);
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
}
