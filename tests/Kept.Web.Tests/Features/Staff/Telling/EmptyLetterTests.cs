using System.Net;
using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Components;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Notice = Kept.Domain.Telling.Notice;

namespace Kept.Web.Tests.Features.Staff.Telling;

/// <summary>A letter of which nothing came to print is not said to be in the post, does not come round again by itself, and says what to do.</summary>
public sealed class EmptyLetterTests(TellingHost host, MailServerProcess server) : LetterTest(host, server)
{
    private const string Why = "Nothing came to print: what it is about can’t be read from their side any more";

    [Fact]
    public async Task It_is_not_marked_as_told_and_stands_apart_with_the_reason()
    {
        var (empty, _) = await EmptyAsync();
        var letter = await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, (await World.AddEntryAsync(World.Leo, "Leo reads")).Id.Value);
        var office = As(World.Office);
        var run = await PrepareAsync(office);
        Assert.Single(await PagesAsync(office, run.Url));
        Assert.Contains(Why, (await office.GetAsync(run.Url)).Text, StringComparison.Ordinal);

        var done = await office.PressAsync(run.FormWith("They are in the post"), "They are in the post");

        Assert.Contains("1 letter is in the post. 1 letter came out empty", done.Text, StringComparison.Ordinal);
        Assert.Equal(DispatchState.Told, (await StateAsync(letter)).State);
        Assert.Equal((DispatchState.ByHand, null), await StateAsync(empty));
        Assert.Equal(1, await HappenedAsync("carer-told-by-hand"));
        var list = await office.GetAsync("/telling/letters");
        Assert.Contains("No letter waits", list.Text, StringComparison.Ordinal);
        Assert.Contains("Look at what they would read", list.Text, StringComparison.Ordinal);
        Assert.Contains(Why, list.Text, StringComparison.Ordinal);
        Assert.Contains("1 came out empty, and wants a look", (await office.GetAsync("/telling")).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.False((await new LettersToPost(db, World.Office.AsViewer, Clock).PrepareAsync(Id<LetterRun>.New(), new LetterFilter(), Cancel)).Allowed(out _, out _));
    }

    [Fact]
    public async Task Where_nothing_at_all_came_out_the_pile_says_so()
    {
        var (empty, _) = await EmptyAsync();
        var office = As(World.Office);
        var run = await PrepareAsync(office);

        Assert.Equal(HttpStatusCode.Found, (await office.DownloadAsync($"{run.Url}/file")).StatusCode);
        var back = await office.PressAsync((await office.GetAsync(run.Url)).FormWith("None printed: put all back"), "None printed: put all back");

        Assert.Contains("1 letter came out empty", back.Text, StringComparison.Ordinal);
        Assert.Equal((DispatchState.ByHand, null), await StateAsync(empty));
        Assert.Equal(0, await HappenedAsync("carer-told-by-hand"));
    }

    [Fact]
    public async Task Who_says_that_there_is_nothing_to_tell_is_written_down_and_nobody_is_said_to_be_told()
    {
        var (empty, about) = await CameOutAsync();
        await using var db = Host.OpenDb();
        var before = await db.LedgerLinks.CountAsync(l => l.Kind == "letter-nothing-to-tell", Cancel);
        await As(World.RiversideSenco).PostAsync($"/telling/letters?handler=nothing&dispatch={empty.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).PostAsync($"/telling/letters?handler=nothing&dispatch={empty.Id}")).Status);
        Assert.Equal(DispatchState.ByHand, (await StateAsync(empty)).State);
        var office = As(World.Office);

        var list = await office.SubmitAsync((await office.GetAsync("/telling/letters")).FormWith("Nothing to tell: Mrs Fatima Ali"));
        await office.PostAsync($"/telling/letters?handler=nothing&dispatch={empty.Id}");

        Assert.Contains("there is nothing to tell Mrs Fatima Ali", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, list.Text, StringComparison.Ordinal);
        var line = Assert.Single(await new TellingRegister(db, World.Office.AsViewer, Clock).OfAsync(about, Cancel));
        Assert.Equal((DispatchState.Dropped, World.Office.Id), (line.Dispatch!.State, line.Dispatch.SaidById));
        Assert.StartsWith("Not told: the letter came out empty, and somebody looked", line.InWords(World.Today), StringComparison.Ordinal);
        Assert.Equal(before + 1, await db.LedgerLinks.CountAsync(l => l.Kind == "letter-nothing-to-tell", Cancel));
        Assert.Equal(0, await HappenedAsync("carer-told-by-hand"));
    }

    [Fact]
    public async Task Of_an_answer_that_they_do_not_see_nobody_says_that_there_is_nothing_to_tell()
    {
        var (empty, _) = await CameOutAsync();
        var enquiry = await World.AddEnquiryAsync(World.Zainab, "Raised by her mother", visibility: Domain.Access.Visibility.Staff);
        await using (var db = Host.OpenDb())
        {
            var notice = await db.Notices.AsNoTracking().SingleAsync(n => n.DispatchId == empty.Id, Cancel);
            db.Add(new Notice
            {
                Id = Id<Notice>.New(),
                SchoolId = notice.SchoolId,
                CarerId = notice.CarerId,
                TidingId = Id<Tiding>.New(),
                PupilId = notice.PupilId,
                Of = NoticeOf.Answer,
                AboutId = enquiry.Id.Value,
                Visibility = NoticeOf.Answer.Visibility(),
                MadeAt = Clock.Now,
                DispatchId = empty.Id
            });
            await db.SaveChangesAsync(Cancel);
        }

        await As(World.Office).PostAsync($"/telling/letters?handler=nothing&dispatch={empty.Id}");

        Assert.Equal(DispatchState.ByHand, (await StateAsync(empty)).State);
    }

    [Fact]
    public async Task When_something_new_comes_for_them_it_waits_to_be_printed_again()
    {
        await CameOutAsync();

        await World.AddEntryAsync(World.Zainab, "She sang today");
        await PassGraceAndTellAsync();

        var office = As(World.Office);
        var list = await office.GetAsync("/telling/letters");
        Assert.Contains("1 letter waits", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, list.Text, StringComparison.Ordinal);
        Assert.Contains("She sang today", Assert.Single(await PagesAsync(office, (await PrepareAsync(office)).Url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marking_a_pile_reads_again_nothing_of_what_its_letters_say()
    {
        await BeginAsync();
        var talk = await World.AddEntryAsync(World.Leo, "Leo reads");
        async Task<int> StatementsAsync(int many)
        {
            for (var i = 0; i < many; i++)
            {
                await WaitAsync(World.LeosFather, World.Leo, NoticeOf.Agreed, talk.Id.Value);
            }

            var office = As(World.Office);
            var form = (await PrepareAsync(office)).FormWith("They are in the post");
            using var counter = StatementCounter.Of(Host);
            await office.PressAsync(form, "They are in the post");
            return counter.Statements;
        }

        var (two, six) = (await StatementsAsync(2), await StatementsAsync(6));

        // For each letter its own row, and what the ledger writes of it; all questions are asked of the pile together.
        Assert.InRange(six - two, 4, 3 * 4);
    }

    /// <summary>One that waits, and is about what is not there.</summary>
    private async Task<(Dispatch Letter, Guid About)> EmptyAsync()
    {
        await BeginAsync();
        var about = Guid.CreateVersion7();
        return (await WaitAsync(World.ZainabsMother, World.Zainab, NoticeOf.Plan, about), about);
    }

    /// <summary>The same, once it was made ready and put back.</summary>
    private async Task<(Dispatch Letter, Guid About)> CameOutAsync()
    {
        var empty = await EmptyAsync();
        var office = As(World.Office);
        var run = await PrepareAsync(office);
        await office.DownloadAsync($"{run.Url}/file");
        await office.PressAsync(run.FormWith("None printed: put all back"), "None printed: put all back");
        return empty;
    }
}
