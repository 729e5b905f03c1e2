using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Entries;

/// <summary>One entry, whole.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_entry_shows_its_words_its_actions_and_the_two_times()
    {
        var entry = await World.AddEntryAsync(World.Leo, "the bus was late again", on: new(2026, 4, 30), with: World.LeosMother, said: "We will ring the depot", note: "first line\nsecond line");
        await World.AddActionAsync(World.Leo, "Ring the depot", World.Office, entry: entry);

        var page = await As(World.Teacher).GetAsync($"/entries/{entry.Id}");

        Assert.Equal("30 April · phone call with mother", page.Heading);
        Assert.All(
            (string[])["the bus was late again", "We will ring the depot", "first line", "second line", "Ring the depot", "Mrs Jo Lister", "Logged 5 May by Mrs Amina Khan", "shared with family"],
            words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("main h3"));
    }

    [Fact]
    public async Task What_the_family_was_told_stays_in_the_story()
    {
        var enquiry = await World.AddEnquiryAsync(World.Leo, "asks who to ring");
        var page = await As(World.Senco).GetAsync($"/entries/{enquiry.EntryId}");
        Assert.Equal($"/enquiries/{enquiry.Id}", page.LinkTo("The family is waiting for an answer"));

        await As(World.Senco).PostAsync($"/enquiries/{enquiry.Id}?handler=answer", ("Form.Answer", "Ring the office"));

        page = await As(World.Senco).GetAsync($"/entries/{enquiry.EntryId}");
        Assert.Contains("Answered 5 May: Ring the office", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_schools_entry_is_not_there()
    {
        var entry = await World.AddEntryAsync(World.Ruby, "at Riverside");

        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Dsl).GetAsync($"/entries/{entry.Id}")).Status);
    }
}
