using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Meetings;

/// <summary>Each carer who may be told has a letter of their own; a restricted carer has none.</summary>
public sealed class FollowUpTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_restricted_carer_has_no_letter_and_is_in_nobody_elses()
    {
        var meeting = await HeldAsync(await World.AddMeetingAsync(World.Zainab, guests: World.ZainabsMother), World.Senco);

        var page = await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/follow-up");

        var letter = Assert.Single(page.Texts(".letter-words"));
        Assert.StartsWith("Dear Mrs Ali, Thank you for meeting us on Tuesday 5 May 2026 about Zainab Ali.", letter, StringComparison.Ordinal);
        Assert.Contains("1. Mrs Amina Khan: Send the picture cards, by Friday 8 May", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Yusuf", letter, StringComparison.Ordinal);
        Assert.Contains("Before it goes out: Urdu, interpreter needed", page.Text, StringComparison.Ordinal);
        Assert.Contains("No letter for Mr Yusuf Ali, father: may not be told", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_letter_is_in_its_readers_form_and_only_theirs_speaks_of_their_interpreter()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, guests: [World.LeosMother, World.LeosFather]);
        await World.ReadInAsync(World.LeosMother, World.Leo, new FormatWishes(LargePrint: true, EasyRead: true));
        await World.AskInterpreterAsync(meeting, World.LeosMother, booked: "Mrs Nowak of Lingua");
        await HeldAsync(meeting, World.Senco);

        var page = await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/follow-up");

        var letters = page.Document.QuerySelectorAll(".letter-words");
        var mother = letters.Single(l => l.TextContent.StartsWith("Dear Ms Bennett", StringComparison.Ordinal));
        Assert.Equal("letter-words in-large in-easy", mother.GetAttribute("class"));
        Assert.Contains("Your interpreter (Polish): Mrs Nowak of Lingua.", mother.TextContent, StringComparison.Ordinal);
        Assert.Contains("Send the picture cards\nBy Friday 8 May", mother.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowak", letters.Single(l => l != mother).TextContent, StringComparison.Ordinal);
        Assert.Contains("Interpreter for Ms Laura Bennett: Polish, by telephone. Booked: Mrs Nowak of Lingua.", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ContactRestriction.None)]
    [InlineData(ContactRestriction.NoContact)]
    public async Task No_letter_names_another_carer_neither_as_there_nor_as_an_owner(ContactRestriction onTheFather)
    {
        var meeting = await World.AddMeetingAsync(World.Leo, guests: [World.LeosMother, World.LeosFather]);
        await HeldAsync(meeting, World.Senco, "mum will send the reading record", "dad will find the bus pass");
        if (onTheFather is not ContactRestriction.None)
        {
            await World.RestrictAsync(World.Leo, World.LeosFather, onTheFather);
        }

        var letters = (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/follow-up")).Texts(".letter-words");

        var mother = letters.Single(l => l.StartsWith("Dear Ms Bennett", StringComparison.Ordinal));
        Assert.Contains("You: Send the reading record", mother, StringComparison.Ordinal);
        Assert.Contains("Somebody in your family: Find the bus pass", mother, StringComparison.Ordinal);
        Assert.Matches("Who was there: [^.]*, Somebody in your family", mother);
        Assert.Contains("Ms Laura Bennett", mother, StringComparison.Ordinal);
        Assert.DoesNotContain("Craig", mother, StringComparison.Ordinal);
        Assert.DoesNotContain("Mr Bennett", mother, StringComparison.Ordinal);
        if (onTheFather is ContactRestriction.None)
        {
            var father = letters.Single(l => l.StartsWith("Dear Mr Bennett", StringComparison.Ordinal));
            Assert.Contains("Somebody in your family: Send the reading record", father, StringComparison.Ordinal);
            Assert.DoesNotContain("Laura", father, StringComparison.Ordinal);
        }
        else
        {
            Assert.Single(letters);
            await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        }
    }

    [Fact]
    public async Task A_meeting_that_the_family_does_not_see_has_none()
    {
        var meeting = await HeldAsync(await World.AddMeetingAsync(World.Leo, visibility: Visibility.SendTeam), World.Senco);

        Assert.Equal($"/meetings/{meeting.Id}", (await As(World.Senco).GetAsync($"/meetings/{meeting.Id}/follow-up")).Url);
    }

    private async Task<Meeting> HeldAsync(Meeting meeting, TestPerson by, params string[] agreed)
    {
        var visitor = As(by);
        var page = await visitor.PressAsync((await visitor.GetAsync($"/meetings/{meeting.Id}/run")).FormWith("Start the meeting"), "Start the meeting");
        var here = page.FormWith("Keep who is here");
        page = await visitor.PressAsync(here, "Keep who is here", [.. here.Elements.Select(e => e.GetAttribute("name")).OfType<string>()
            .Where(n => n.StartsWith("Here.Each[", StringComparison.Ordinal)).Distinct().Select(n => (n, (string?)"Attended"))]);
        foreach (var line in (string[])["SENCO will send the picture cards by Friday", .. agreed])
        {
            page = await visitor.PressAsync(page.FormWith("Agree it"), "Agree it", ("Line.Text", line));
        }

        page = await visitor.PressAsync(page.FormWith("End the meeting and keep the record"), "End the meeting and keep the record");
        Assert.Equal($"/meetings/{meeting.Id}", page.Url);
        return meeting;
    }
}
