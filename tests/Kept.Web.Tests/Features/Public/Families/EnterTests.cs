using System.Net;
using System.Text.RegularExpressions;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.Families;

/// <summary>A carer who is signed out, or never was in, gets a link to the address that the school has; nobody else learns anything.</summary>
public sealed partial class EnterTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task Who_has_been_here_gets_one_link_that_asks_for_the_birthday_and_opens_once()
    {
        await BothParentsAsync();
        var visitor = SignedOut();
        var asked = await AskAsync(visitor, " Laura.Bennett@HOME.example ");
        await AskAsync(visitor, "laura.bennett@home.example");
        await TellAsync();

        var mail = Assert.Single(Server.Kept);
        Assert.Contains("To: laura.bennett@home.example", mail, StringComparison.Ordinal);
        var link = Link().Match(MailText.Of(mail)).Groups["path"].Value;
        var inside = await visitor.AnswerAsync(link, World.Leo.Born);
        Assert.Equal($"/family/hillview/{World.Leo.Id}", inside.Url);
        Assert.Contains("Leo", inside.Text, StringComparison.Ordinal);
        Assert.Contains("a link is on its way", asked.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("Leo", (await SignedOut().AnswerAsync(link, World.Leo.Born)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_known_or_may_not_be_told_reads_the_same_words_and_nothing_goes_out()
    {
        var (_, father) = await BothParentsAsync();
        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);

        var known = await AskAsync(SignedOut(), "laura.bennett@home.example");
        var restricted = await AskAsync(SignedOut(), EmailOf(father));
        var unknown = await AskAsync(SignedOut(), "nobody@home.example");
        // Has never been let in.
        var never = await AskAsync(SignedOut(), "fatima.ali@home.example");
        await TellAsync();

        Assert.Single(Server.Kept);
        Assert.All([restricted, unknown, never], page => Assert.Equal(known.Text, page.Text));
        var wrong = await AskAsync(SignedOut(), "laura at home");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("Please type all of your email", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("laura at home", wrong.Document.QuerySelector("#Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Staff_invite_by_email_without_seeing_the_link_and_learn_when_it_did_not_arrive()
    {
        await BothParentsAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/invite");
        Assert.Contains("fatima.ali@home.example", page.Text, StringComparison.Ordinal);
        var sent = await senco.PressAsync(page.FormWith("Make the letter"), "Send it by email");
        Assert.Contains("A link goes to Mrs Fatima Ali by email", sent.Text, StringComparison.Ordinal);
        await TellAsync();

        var link = Link().Match(MailText.Of(Assert.Single(Server.Kept))).Groups["path"].Value;
        Assert.StartsWith("/family", (await SignedOut().AnswerAsync(link, World.Zainab.Born)).Url, StringComparison.Ordinal);

        Clock.Pass(Duration.FromDays(1));
        Server.Be("unknown");
        senco = As(World.Senco);
        await senco.PressAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite")).FormWith("Make the letter"), "Send it by email");
        await TellAsync();
        Assert.Equal(DispatchState.Failed, (await Host.DispatchesAsync(World.LeosMother))[^1].State);
        Assert.Contains("their link to come in", (await As(World.Senco).GetAsync("/telling")).Text, StringComparison.Ordinal);

        // A court order stands against him: there is no such button, and no such post.
        var him = $"/pupils/{World.Zainab.Id}/people/{World.ZainabsFather.Id}/invite";
        Assert.DoesNotContain("Send it by email", (await As(World.Senco).GetAsync(him)).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.False(await db.Dispatches.AnyAsync(d => d.CarerId == World.ZainabsFather.Id, Cancel));
    }

    [Fact]
    public async Task A_link_that_they_asked_for_themselves_opens_the_same_sign_in_with_its_phones()
    {
        await BothParentsAsync();
        using var phone = new SoftPhone();
        var first = await ByLinkAsync("laura.bennett@home.example", World.Leo);
        await phone.MakeAsync(first, "/family/account", name: "Lost one");
        Clock.Pass(Duration.FromDays(1));

        var again = await ByLinkAsync("laura.bennett@home.example", World.Leo);

        Assert.Contains("Lost one", (await again.GetAsync("/family/account")).Text, StringComparison.Ordinal);
        Assert.Equal("Leo: what we agreed", (await phone.ComeInAsync(SignedOut())).Heading);
    }

    [Fact]
    public async Task A_school_that_writes_down_an_address_of_its_own_does_not_come_to_the_child_of_another()
    {
        await BothParentsAsync();
        await RenameAsync("Laura", "Bennett");
        var mother = await ByLinkAsync("laura.bennett@home.example", World.Leo);
        await mother.AnswerAsync(await Host.LetterAsync(World.RubysMother, World.Ruby), World.Ruby.Born);
        Assert.Equal(["Leo", "Ruby"], (await mother.GetAsync("/family")).Texts("main li").Order(StringComparer.Ordinal));
        Clock.Pass(Duration.FromDays(1));

        var whoHasTheAddress = await ByLinkAsync("laura.bennett@home.example", World.Leo);

        Assert.Equal("Leo: what we agreed", (await whoHasTheAddress.GetAsync("/family")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await whoHasTheAddress.GetAsync($"/family/riverside/{World.Ruby.Id}")).Status);
        await using var db = Host.OpenDb(World.Riverside.Id);
        var rubys = await db.People.Where(p => p.Id == World.RubysMother.Id).Select(p => p.AccountId).SingleAsync(Cancel);
        Assert.NotNull(rubys);
        await using var here = Host.OpenDb();
        Assert.NotEqual(rubys, await here.People.Where(p => p.Id == World.LeosMother.Id).Select(p => p.AccountId).SingleAsync(Cancel));
        await RenameAsync("Orla", "Walsh");
    }

    [GeneratedRegex("https://kept.example(?<path>/family/join/hillview/[0-9A-Z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    private async Task<TestClient> ByLinkAsync(string email, TestPupil child)
    {
        var (visitor, earlier) = (SignedOut(), Server.Kept);
        await AskAsync(visitor, email);
        await TellAsync();
        var link = Server.Kept.Except(earlier).Select(mail => Link().Match(MailText.Of(mail))).Single(found => found.Success).Groups["path"].Value;
        var inside = await visitor.AnswerAsync(link, child.Born);
        Assert.DoesNotContain("/join/", inside.Url, StringComparison.Ordinal);
        return visitor;
    }

    private async Task RenameAsync(string given, string family)
    {
        await using var db = Host.OpenDb(World.Riverside.Id);
        var record = await Host.RecordOfAsync(db, World.RiversideSenco);
        var person = await record.People.SingleAsync(p => p.Id == World.RubysMother.Id, Cancel);
        Assert.Null(await record.SaveAsync(person.Rename("Mrs", given, family).OrThrow(), Cancel));
    }

    private static async Task<TestPage> AskAsync(TestClient visitor, string email)
    {
        var page = await visitor.GetAsync("/family/enter");
        return await visitor.SubmitAsync(page.FormWith("Send me a link"), ("Email", email));
    }
}
