using System.Net;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Kept.Web.Wordings;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Public.Families;

/// <summary>From the letter to the first page: /family/join, /family/enter.</summary>
public sealed class JoinTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task The_question_is_asked_in_the_carers_language_and_names_no_child()
    {
        var page = await SignedOut().GetAsync(await Host.LetterAsync(World.ZainabsMother, World.Zainab));

        Assert.Equal("ur", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
        Assert.Contains("Hillview School", page.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Fatima", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_and_the_question_are_in_the_form_that_the_carer_reads()
    {
        await World.ReadInAsync(World.LeosMother, World.Leo, new FormatWishes(LargePrint: true, EasyRead: true));
        var staff = As(World.Senco);
        var made = await staff.SubmitAsync((await staff.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite")).FormWith("Make the letter"));
        var letter = made.Document.QuerySelector(".letter-home")!;
        Assert.Equal("letter-home in-large in-easy", letter.GetAttribute("class"));
        Assert.Contains($"{LinesTagHelper.Line}Now you can see them on your phone at any time: what we agreed, who does it, and by when.", letter.InnerHtml, StringComparison.Ordinal);

        var page = await SignedOut().GetAsync($"/family/join/hillview/{made.Texts(".letter-home .key").Single()}");

        Assert.Equal("in-large in-easy", page.Document.DocumentElement.GetAttribute("class"));
        Assert.EndsWith($"{LinesTagHelper.Line}You can read it in your language.", page.Document.QuerySelector(".lede")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_makes_the_letters_bigger_and_the_device_remembers_it()
    {
        var visitor = SignedOut();
        var page = await visitor.GetAsync("/family/join/hillview");

        page = await visitor.GetAsync(page.LinkTo("Bigger letters"));
        page = await visitor.GetAsync(page.LinkTo("Strong contrast"));

        Assert.Equal("in-large in-contrast", page.Document.DocumentElement.GetAttribute("class"));
        page = await visitor.GetAsync("/family/enter");
        Assert.Equal("in-large in-contrast", page.Document.DocumentElement.GetAttribute("class"));
        page = await visitor.GetAsync(page.LinkTo("Letters as before"));
        Assert.Equal("in-contrast", page.Document.DocumentElement.GetAttribute("class"));
    }

    [Fact]
    public async Task A_wrong_day_says_how_often_it_may_be_tried_and_the_fifth_closes_it()
    {
        var letter = await Host.LetterAsync(World.LeosMother, World.Leo);
        var stranger = SignedOut();
        for (var left = CarerInvitation.MostTries - 1; left > 0; left--)
        {
            var again = await stranger.AnswerAsync(letter, World.Leo.Born.PlusDays(left));
            Assert.Equal(HttpStatusCode.BadRequest, again.Status);
            Assert.Contains($"You can try {left} more", again.Errors.Single(), StringComparison.Ordinal);
        }

        await stranger.AnswerAsync(letter, World.Leo.Born.PlusDays(-1));
        Assert.Equal("This letter no longer works", (await stranger.AnswerAsync(letter, World.Leo.Born)).Heading);
        Assert.Contains("the date of birth was wrong 5 times", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_date_counts_as_no_try_and_stays_in_the_boxes()
    {
        var visitor = SignedOut();
        var page = await visitor.GetAsync(await Host.LetterAsync(World.LeosMother, World.Leo));

        var again = await visitor.SubmitAsync(page.Form(), ("Born.Day", "3"), ("Born.Month", ""), ("Born.Year", "2015"));
        Assert.Equal("Enter the day, the month and the year, such as 27 3 2016.", again.Errors.Single());
        Assert.Equal("2015", again.Document.QuerySelector("input[name='Born.Year']")!.GetAttribute("value"));
        await using var db = Host.OpenDb();
        Assert.Equal(0, await db.CarerInvitations.Where(i => i.CarerId == World.LeosMother.Id).OrderByDescending(i => i.MadeAt).Select(i => i.Tries).FirstAsync(Cancel));
    }

    [Fact]
    public async Task Digits_as_her_own_keyboard_writes_them_are_read()
    {
        var mother = SignedOut();
        var page = await mother.GetAsync(await Host.LetterAsync(World.ZainabsMother, World.Zainab));

        var inside = await mother.SubmitAsync(page.Form(), ("Born.Day", "۳"), ("Born.Month", "۱۱"), ("Born.Year", "۲۰۱۶"));
        Assert.Equal($"/family/hillview/{World.Zainab.Id}", inside.Url);
    }

    [Fact]
    public async Task Whom_a_court_has_stopped_since_the_letter_finds_a_letter_that_is_too_old()
    {
        var letter = await Host.LetterAsync(World.LeosFather, World.Leo);
        var tooOld = await SignedOut().GetAsync(letter[..^4] + "0000");
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoContact);

        var page = await SignedOut().GetAsync(letter);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(tooOld.Text, page.Text);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
    }

    [Fact]
    public async Task Children_at_two_schools_come_together_under_one_sign_in()
    {
        await RenameAsync(World.RubysMother, "Laura", "Bennett");
        var visitor = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        await visitor.AnswerAsync(await Host.LetterAsync(World.RubysMother, World.Ruby), World.Ruby.Born);

        var children = await visitor.GetAsync("/family");
        Assert.Equal("Your children", children.Heading);
        Assert.Equal(["Leo", "Ruby"], children.Texts("main li").Order(StringComparer.Ordinal));
        Assert.Equal("Ruby: what we agreed", (await visitor.GetAsync($"/family/riverside/{World.Ruby.Id}")).Heading);
        Assert.Equal("Leo: what we agreed", (await visitor.GetAsync($"/family/hillview/{World.Leo.Id}")).Heading);
        await RenameAsync(World.RubysMother, "Orla", "Walsh");
    }

    [Fact]
    public async Task Somebody_else_who_uses_the_same_phone_does_not_give_their_child_to_its_owner()
    {
        var phone = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);

        Assert.Equal("Leo: what we agreed", (await phone.GetAsync((await phone.AnswerAsync(await Host.LetterAsync(World.LeosMother, World.Leo), World.Leo.Born)).Url + "?language=en")).Heading);

        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync($"/family/hillview/{World.Zainab.Id}")).Status);
        await using var db = Host.OpenDb();
        var accounts = await db.People.Where(p => p.Id == World.ZainabsMother.Id || p.Id == World.LeosMother.Id).Select(p => p.AccountId).Distinct().CountAsync(Cancel);
        Assert.Equal(2, accounts);
    }

    [Fact]
    public async Task An_address_of_no_school_or_no_letter_is_answered_kindly()
    {
        Assert.Equal("There is nothing here", (await SignedOut().GetAsync("/family/join/nowhere")).Heading);
        Assert.Equal("This letter no longer works", (await SignedOut().GetAsync("/family/join/nowhere/AAAA")).Heading);
        Assert.Equal("How to come in", (await SignedOut().GetAsync("/family/enter")).Heading);
    }

    private async Task RenameAsync(TestPerson carer, string given, string family)
    {
        await using var db = Host.OpenDb(carer.SchoolId);
        var record = await Host.RecordOfAsync(db, World.RiversideSenco);
        var person = await record.People.SingleAsync(p => p.Id == carer.Id, Cancel);
        Assert.True(person.Rename("Mrs", given, family).Allowed(out var happened, out _));
        Assert.Null(await record.SaveAsync(happened, Cancel));
    }
}
