using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

/// <summary>The record from a carer’s side: what is shared, all of it and nothing more, whoever looks.</summary>
public sealed class PreviewTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_carer_sees_what_is_shared_and_a_safeguarding_lead_looking_from_their_side_sees_no_more()
    {
        await World.AddActionAsync(World.Leo, "Shared: a softer start on Mondays");
        await World.AddEntryAsync(World.Leo, "Shared: he was tearful at the door", said: "Shared: we will ring on Friday");
        foreach (var narrow in new[] { Visibility.Staff, Visibility.SendTeam, Visibility.Safeguarding })
        {
            await World.AddActionAsync(World.Leo, "Hidden action", visibility: narrow);
            await World.AddEntryAsync(World.Leo, "Hidden entry", narrow, said: "Hidden words");
            await World.AddMeetingAsync(World.Leo, visibility: narrow, about: "Hidden meeting", on: World.Today.PlusDays(3), guests: World.LeosMother);
        }

        foreach (var viewer in new[] { World.Senco, World.Dsl, World.Teacher, World.Office })
        {
            var page = await As(viewer).GetAsync(Preview(World.Leo, World.LeosMother));

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("Leo: what we agreed", page.Texts("h2")[0]);
            Assert.Contains("Shared: a softer start on Mondays", page.Text, StringComparison.Ordinal);
            Assert.Contains("Shared: he was tearful at the door", page.Text, StringComparison.Ordinal);
            Assert.Contains("Shared: we will ring on Friday", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("The library", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_a_court_order_says_so_nothing_is_shown_and_staff_read_why()
    {
        await World.AddActionAsync(World.Zainab, "Picture cards at lunch");

        var father = await As(World.Senco).GetAsync(Preview(World.Zainab, World.ZainabsFather));
        Assert.Contains("Court order ZC26C00417", father.Text, StringComparison.Ordinal);
        Assert.Contains("may see nothing of Zainab", father.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Picture cards", father.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("what we agreed", father.Text, StringComparison.Ordinal);

        var mother = await As(World.Senco).GetAsync(Preview(World.Zainab, World.ZainabsMother));
        Assert.Contains("Picture cards at lunch", mother.Text, StringComparison.Ordinal);
        Assert.Contains("They read Urdu", mother.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Court order", mother.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_was_moved_is_shown_with_its_reason_and_what_was_done_with_what_it_changed()
    {
        var moved = await World.AddActionAsync(World.Leo, "Send the reading plan home", due: World.Today.PlusDays(1));
        await World.ChangeAsync(moved, a => a.MoveTo(World.Today.PlusDays(5), "Mr Ellis was away", World.Today, Host.Clock.Now));
        var done = await World.AddActionAsync(World.Leo, "Check the reading group");
        await World.ChangeAsync(done, a => a.MarkDone("He reads with Mr Wrona", null, World.Today, Host.Clock.Now));

        var promises = (await As(World.Senco).GetAsync(Preview(World.Leo, World.LeosMother))).Texts(".promise");

        Assert.Contains("Mr Ellis was away", promises.Single(p => p.Contains("Send the reading plan home", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("He reads with Mr Wrona", promises.Single(p => p.Contains("Check the reading group", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carer_reads_you_for_their_own_promise_and_never_the_other_parents_name_or_meeting()
    {
        await World.AddActionAsync(World.Leo, "Send the report to the office", World.LeosMother);
        await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(2), guests: World.LeosMother);

        var mother = await As(World.Senco).GetAsync(Preview(World.Leo, World.LeosMother));
        Assert.Contains("You", mother.Texts(".promise").Single(p => p.Contains("Send the report", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("The library", mother.Text, StringComparison.Ordinal);

        var father = await As(World.Senco).GetAsync(Preview(World.Leo, World.LeosFather));
        var his = father.Texts(".fam").Single();
        Assert.Contains("Somebody in your family", his, StringComparison.Ordinal);
        Assert.DoesNotContain("Laura", his, StringComparison.Ordinal);
        Assert.DoesNotContain("The library", his, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_plan_is_there_and_another_childs_is_not()
    {
        await World.AddPlanAsync(World.Noah);
        var before = await As(World.Senco).GetAsync(Preview(World.Zainab, World.ZainabsMother));
        Assert.DoesNotContain("Last changed on", before.Text, StringComparison.Ordinal);

        await World.AddPlanAsync(World.Zainab);
        var after = await As(World.Senco).GetAsync(Preview(World.Zainab, World.ZainabsMother));
        Assert.Contains("Last changed on", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_shown_with_its_reason_back_to_where_it_was_last_kept_from_the_family()
    {
        var entry = await World.AddEntryAsync(World.Leo, "First words", said: "Unchanged words");
        await CorrectAsync(entry, c => c with { Issue = "Narrow words", Visibility = Visibility.SendTeam }, "Not for the family");
        await CorrectAsync(entry, c => c with { Issue = "Late on Tuesdays", Visibility = Visibility.Family }, "Shared after all");
        await CorrectAsync(entry, c => c with { Issue = "Late on Mondays" }, "It was Monday");

        var talk = (await As(World.Senco).GetAsync(Preview(World.Leo, World.LeosMother))).Texts(".promise").Single(t => t.Contains("Late on Mondays", StringComparison.Ordinal));
        Assert.Contains("It was Monday", talk, StringComparison.Ordinal);
        Assert.Contains("Late on Tuesdays", talk, StringComparison.Ordinal);
        Assert.Equal(1, talk.Split("Unchanged words").Length - 1);
        foreach (var hidden in new[] { "First words", "Narrow words", "Not for the family", "Shared after all" })
        {
            Assert.DoesNotContain(hidden, talk, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Why_a_day_moved_is_told_to_those_alone_who_might_read_it_when_it_was_written()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Once for the team", Visibility.SendTeam);
        var action = await World.AddActionAsync(World.Leo, "Ring the clinic", visibility: Visibility.SendTeam, entry: entry, due: World.Today.PlusDays(1));
        await World.ChangeAsync(action, a => a.MoveTo(World.Today.PlusDays(2), "Written for the team", World.Today, Host.Clock.Now));
        await CorrectAsync(entry, c => c with { Visibility = Visibility.Family }, "Shared after all", action);
        Host.Clock.Pass(NodaTime.Duration.FromMinutes(1));
        await World.ChangeAsync(action, a => a.MoveTo(World.Today.PlusDays(3), "Written for everybody", World.Today, Host.Clock.Now));

        foreach (var (viewer, url) in new[] { (World.Senco, Preview(World.Leo, World.LeosMother)), (World.Teacher, $"/actions/{action.Id}") })
        {
            var page = await As(viewer).GetAsync(url);
            Assert.Contains("Ring the clinic", page.Text, StringComparison.Ordinal);
            Assert.Contains("Written for everybody", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Written for the team", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Written for the team", (await As(World.Senco).GetAsync($"/actions/{action.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_shared_the_page_says_so()
    {
        var page = await As(World.RiversideSenco).GetAsync(Preview(World.Ruby, World.RubysMother));
        Assert.Contains("Nothing has been shared yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_looks_from_the_side_of_a_carer_whose_child_they_do_not_see()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync(Preview(World.Zainab, World.ZainabsMother))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync(Preview(World.Leo, World.ZainabsMother))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(Preview(World.Leo, World.LeosMother))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync(Preview(World.Leo, World.LeosMother))).Status);
    }

    private async Task CorrectAsync(LogEntry entry, Func<EntryContent, EntryContent> change, string reason, AgreedAction? with = null)
    {
        await using var db = Host.OpenDb(entry.SchoolId);
        var record = new VisibleRecord(db, World.Senco.AsViewer, Host.Clock);
        var stored = await record.Entries.SingleAsync(e => e.Id == entry.Id);
        record.Add(stored.Correct(change(stored.Content), reason, World.Senco.Id, Host.Clock.Now).OrThrow());
        if (with is not null)
        {
            var action = await record.Actions.SingleAsync(a => a.Id == with.Id);
            Assert.Null(action.ShowTo(stored.Visibility, World.Senco.AsOwner));
        }

        Assert.Null(await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, reason)));
    }

    private static string Preview(TestPupil pupil, TestPerson carer) => $"/pupils/{pupil.Id}/people/{carer.Id}/preview";
}
