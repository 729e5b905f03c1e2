using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Telling;

/// <summary>What stands in a letter: all that it is about, however old, and nothing else.</summary>
public sealed class LetterWordsTests(TellingHost host, MailServerProcess server) : LetterTest(host, server)
{
    [Fact]
    public async Task The_answer_to_what_a_carer_said_of_a_plan_is_in_the_letter()
    {
        await BeginAsync();
        var (plan, _) = await World.AddPlanAsync(World.Zainab);
        var view = await World.AddPlanViewAsync(World.ZainabsMother, plan, SpokenPart.Of(World.PlanContent)[0].Key, "She likes drawing best");
        await using (var db = Host.OpenDb())
        {
            var record = new VisibleRecord(db, World.Senco.AsViewer, Clock);
            var happened = (await record.PlanViews.SingleAsync(v => v.Id == view.Id, Cancel)).TakeAnswer("Then she shall draw each morning", World.Senco.Id, Clock.Now).OrThrow();
            Assert.Null(await record.SaveAsync(happened, Cancel));
        }

        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.PlanAnswer, view.Id.Value);
        var senco = As(World.Senco);
        var page = Assert.Single(await PagesAsync(senco, (await PrepareAsync(senco)).Url));
        Assert.Contains("She likes drawing best", page, StringComparison.Ordinal);
        Assert.Contains("Then she shall draw each morning", page, StringComparison.Ordinal);
        Assert.DoesNotContain(World.PlanContent.Strategies[0], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_something_old_and_a_correction_of_something_old_are_in_the_letter()
    {
        await BeginAsync();
        var old = await World.AddEntryAsync(World.Zainab, "The old talk", on: World.Today.PlusDays(-90));
        for (var n = 0; n < 21; n++)
        {
            await World.AddEntryAsync(World.Zainab, $"A newer talk {n}");
        }

        var first = await RaiseAsync("The old worry");
        for (var n = 0; n < 11; n++)
        {
            Clock.Pass(Duration.FromMinutes(1));
            await RaiseAsync($"A newer worry {n}");
        }

        await using (var db = Host.OpenDb())
        {
            var record = new VisibleRecord(db, World.Senco.AsViewer, Clock);
            Assert.Null(await record.SaveAsync((await record.Enquiries.SingleAsync(q => q.Id == first, Cancel)).Resolve("The old answer", World.Senco.Id, Clock.Now).OrThrow(), Cancel));
        }

        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Agreed, old.Id.Value);
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Answer, first.Value);
        var senco = As(World.Senco);
        var pages = await PagesAsync(senco, (await PrepareAsync(senco)).Url);
        Assert.Contains(pages, p => p.Contains("The old talk", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Contains("The old answer", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, p => p.Contains("newer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_says_only_what_its_notices_are_about()
    {
        await BeginAsync();
        var talk = await World.AddEntryAsync(World.Zainab, "About lunch");
        await World.AddActionAsync(World.Zainab, "Keep a place at the quiet table", entry: talk);
        await World.AddActionAsync(World.Zainab, "Send the spelling list home");
        var moved = await World.AddActionAsync(World.Zainab, "Ring about the glasses");
        await World.ChangeAsync(moved, a => a.Park("The shop is shut", World.Today.PlusDays(20), World.Today, Clock.Now));
        await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(9), guests: World.ZainabsMother);
        await World.AddMeetingAsync(World.Zainab, on: World.Today.PlusDays(11), guests: World.ZainabsMother);
        await World.AddPlanAsync(World.Zainab, PlanKind.Individual);
        await using var db = Host.OpenDb();
        var change = await db.ActionChanges.Where(c => c.ActionId == moved.Id).Select(c => c.Id).SingleAsync(Cancel);
        var office = As(World.Senco);
        async Task<string> SaysAsync(NoticeOf of, Guid about)
        {
            await WaitAsync(World.ZainabsMother, World.Zainab, of, about);
            var run = await PrepareAsync(office);
            var page = Assert.Single(await PagesAsync(office, run.Url));
            await office.PressAsync(run.FormWith("They are in the post"), "They are in the post");
            return page;
        }

        var agreed = await SaysAsync(NoticeOf.Agreed, talk.Id.Value);
        Assert.Contains("Keep a place at the quiet table", agreed, StringComparison.Ordinal);
        Assert.DoesNotContain("spelling list", agreed, StringComparison.Ordinal);
        var changed = await SaysAsync(NoticeOf.Changed, change.Value);
        Assert.Contains("Ring about the glasses", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet table", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_new_message_is_in_the_letter()
    {
        await BeginAsync();
        await World.AddThreadAsync(World.Zainab, World.ZainabsMother, "Swimming", "Bring a towel", by: World.Senco);
        var thread = await World.AddThreadAsync(World.Zainab, World.ZainabsMother, "Shoes", "An earlier word", by: World.Senco);
        var message = await World.AddMessageAsync(thread, "They are found", World.Senco);
        await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Message, message.Id.Value);
        var senco = As(World.Senco);
        var page = Assert.Single(await PagesAsync(senco, (await PrepareAsync(senco)).Url));
        Assert.Contains("They are found", page, StringComparison.Ordinal);
        Assert.DoesNotContain("An earlier word", page, StringComparison.Ordinal);
        Assert.DoesNotContain("towel", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_easy_read_the_schools_words_are_a_sentence_a_line()
    {
        await BeginAsync();
        var talk = await World.AddEntryAsync(World.Leo, "Lunch", said: "She eats outside. It is quiet there.");
        await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, talk.Id.Value);
        await World.ReadInAsync(World.LeosFather, World.Leo, new FormatWishes(EasyRead: true));
        try
        {
            await using var db = Host.OpenDb();
            var run = await new LettersToPost(db, World.Senco.AsViewer, Clock).PrepareAsync(Id<LetterRun>.New(), new LetterFilter(), Cancel);
            var file = await As(World.Senco).DownloadAsync($"/telling/letters/{run.OrThrow()}/file");
            Assert.Contains("She eats outside.\n", await LinesAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            await World.ReadInAsync(World.LeosFather, World.Leo, FormatWishes.Ordinary);
        }
    }

    private async Task<Id<Domain.Log.Enquiry>> RaiseAsync(string words)
    {
        await using var db = Host.OpenDb();
        var mother = World.ZainabsMother;
        var shared = new SharedWith(new VisibleRecord(db, new Domain.Access.CarerViewer(mother.SchoolId, mother.Id, mother.Name), Clock), mother.Id, World.Zainab.Id);
        return (await shared.RaiseAsync(Id<Domain.Log.LogEntry>.New(), null, ConcernAbout.SomethingElse, words, "en", Clock.Now, Cancel))!.Value.OrThrow().Id;
    }
}
