using System.Net;
using System.Text.RegularExpressions;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>The single-use link by text: for whoever has a phone and no email.</summary>
public sealed partial class NotifyLinkTests(NotifyHost host, NotifyServer server) : NotifyTest(host, server)
{
    [Fact]
    public async Task Who_has_been_here_gets_one_link_to_their_phone_that_asks_for_the_birthday_and_opens_once()
    {
        await BothParentsAsync();
        var visitor = SignedOut();
        var asked = await AskAsync(visitor, "+44 7700 900123");
        await AskAsync(visitor, "07700900123");
        await TellAsync();

        var text = Assert.Single(Server.Kept);
        Assert.Equal(("sms", MothersMobile), (text.Type, text.To));
        var link = Link().Match(text.Body).Groups["path"].Value;
        var inside = await visitor.AnswerAsync(link, World.Leo.Born);
        Assert.Equal($"/family/hillview/{World.Leo.Id}", inside.Url);
        Assert.Contains("a link is on its way", asked.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("Leo", (await SignedOut().AnswerAsync(link, World.Leo.Born)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_known_or_may_not_be_told_reads_the_same_words_and_nothing_goes_out()
    {
        var (_, father) = await BothParentsAsync();
        await DescribeAsync(father, FathersEmail, "07700 900777");
        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);
        await DescribeAsync(World.ZainabsMother, email: null, "07700 900888");

        var known = await AskAsync(SignedOut(), "07700 900123");
        var restricted = await AskAsync(SignedOut(), "07700 900777");
        var unknown = await AskAsync(SignedOut(), "07700 900999");
        // Has never been let in.
        var never = await AskAsync(SignedOut(), "07700 900888");
        await TellAsync();

        Assert.Equal(MothersMobile, Assert.Single(Server.Kept).To);
        Assert.All([restricted, unknown, never], page => Assert.Equal(known.Text, page.Text));
        var wrong = await AskAsync(SignedOut(), "01632 960001");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("Please type all of your mobile number", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("01632 960001", wrong.Document.QuerySelector("#Mobile")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_link_that_may_not_have_arrived_is_found_or_made_anew_and_only_one_works()
    {
        await BothParentsAsync();
        await AskAsync(SignedOut(), "07700 900123");
        Server.Mood = NotifyMood.Fault;
        await TellAsync();
        Server.Mood = NotifyMood.Take;
        await TellForAsync(Duration.FromMinutes(25));

        var link = Link().Match(Assert.Single(Server.Kept).Body).Groups["path"].Value;
        Assert.StartsWith("/family", (await SignedOut().AnswerAsync(link, World.Leo.Born)).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_at_night_gets_it_at_night()
    {
        await BothParentsAsync();
        Clock.Now = Instant.FromUtc(2026, 5, 5, 22, 30);
        await AskAsync(SignedOut(), "07700 900123");
        await TellAsync();

        Assert.Single(Server.To(MothersMobile));
    }

    [Fact]
    public async Task Staff_invite_by_text_without_seeing_the_link_and_learn_when_there_is_nobody_at_the_number()
    {
        await BothParentsAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite");
        Assert.Contains($"By text it goes to {MothersMobile}", page.Text, StringComparison.Ordinal);
        var sent = await senco.PressAsync(page.FormWith("Make the letter"), "Send it by text");
        Assert.Contains("A link goes to Ms Laura Bennett by text", sent.Text, StringComparison.Ordinal);
        await TellAsync();
        Assert.Matches(Link(), Assert.Single(Server.To(MothersMobile)).Body);

        Server.Settle(MothersMobile, "permanent-failure");
        Clock.Pass(Duration.FromMinutes(5));
        await TellAsync();

        var telling = (await senco.GetAsync("/telling")).Text;
        Assert.Contains("About their link to come in", telling, StringComparison.Ordinal);
        Assert.Contains("There is nobody at this address or number", telling, StringComparison.Ordinal);
    }

    private static async Task<TestPage> AskAsync(TestClient visitor, string mobile)
    {
        var page = await visitor.GetAsync("/family/enter");
        return await visitor.SubmitAsync(page.FormWith("Send me a text"), ("Mobile", mobile));
    }

    [GeneratedRegex("https://kept.example(?<path>/family/join/[^ \n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
