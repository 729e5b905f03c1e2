using System.Net;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Agreed;

/// <summary>A carer's own page about one child; /family leads to it.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task She_reads_what_is_shared_and_nothing_that_is_not()
    {
        await World.AddActionAsync(World.Leo, "Shared: a softer start on Mondays");
        await World.AddEntryAsync(World.Leo, "Shared: he was tearful at the door", said: "Shared: we will ring on Friday");
        await World.AddActionAsync(World.Zainab, "Hidden: another child");
        foreach (var narrow in new[] { Visibility.Staff, Visibility.SendTeam, Visibility.Safeguarding })
        {
            await World.AddActionAsync(World.Leo, "Hidden action", visibility: narrow);
            await World.AddEntryAsync(World.Leo, "Hidden entry", narrow, said: "Hidden words");
            await World.AddMeetingAsync(World.Leo, visibility: narrow, about: "Hidden meeting", on: World.Today.PlusDays(3), guests: World.LeosMother);
        }

        var page = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync("/family");

        Assert.Equal("Leo: what we agreed", page.Heading);
        Assert.Contains("Shared: a softer start on Mondays", page.Text, StringComparison.Ordinal);
        Assert.Contains("Shared: we will ring on Friday", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(World.Leo.Upn, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Craig", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_the_page_that_staff_see_from_her_side()
    {
        await World.AddActionAsync(World.Zainab, "Picture cards at lunch");
        await World.AddEntryAsync(World.Zainab, "She asked for picture cards");
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);

        var hers = await mother.GetAsync("/family");
        var theirs = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/preview?as=them");

        Assert.Equal(hers.Texts(".promise h2, .promise .facts, .promise .govuk-tag"), theirs.Texts(".promise h2, .promise .facts, .promise .govuk-tag"));
        Assert.Equal(hers.Heading, theirs.Texts(".fam-title").Single());
        Assert.Equal("ur", theirs.Document.QuerySelector(".fam")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Another_language_is_chosen_on_the_page_and_stays()
    {
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var page = await mother.GetAsync("/family");
        Assert.Equal("ur", page.Document.DocumentElement.GetAttribute("lang"));

        await mother.GetAsync(page.LinkTo("Polski"));
        var polish = await mother.GetAsync("/family");
        Assert.Equal("pl", polish.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", polish.Document.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task Another_child_another_school_and_no_child_are_the_same_nothing()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        foreach (var nothing in new[] { $"/family/hillview/{World.Zainab.Id}", $"/family/riverside/{World.Ruby.Id}", $"/family/riverside/{World.Leo.Id}", $"/family/hillview/{Guid.NewGuid()}", "/family/hillview/leo" })
        {
            var page = await mother.GetAsync(nothing);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Equal("There is nothing here", page.Heading);
        }
    }

    [Fact]
    public async Task A_court_order_empties_her_side_at_once_and_does_not_say_so()
    {
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoContact);

        Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync($"/family/hillview/{World.Leo.Id}")).Status);
        var start = await father.GetAsync("/family");
        Assert.Contains("There is nothing here now", start.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leo", start.Html, StringComparison.Ordinal);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        Assert.Equal("Leo: what we agreed", (await father.GetAsync("/family")).Heading);
    }

    [Fact]
    public async Task That_she_read_it_is_written_down()
    {
        await (await Host.AsCarerAsync(World.ZainabsMother, World.Zainab)).GetAsync("/family");

        await using var db = Host.OpenDb();
        while (!await db.RecordReads.AnyAsync(r => r.PupilId == World.Zainab.Id && r.PersonId == World.ZainabsMother.Id && r.What == "family", Cancel))
        {
            await Task.Delay(50, Cancel);
        }
    }
}
