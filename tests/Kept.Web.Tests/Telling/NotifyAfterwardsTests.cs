using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>What GOV.UK Notify learns hours and days later counts too: it is shown, and what failed goes another way, once.</summary>
public sealed class NotifyAfterwardsTests(NotifyHost host, NotifyServer server) : NotifyTest(host, server)
{
    [Fact]
    public async Task What_has_arrived_is_shown_as_delivered_with_its_hour()
    {
        var (mother, _) = await BothParentsAsync();
        var entry = await ShareAsync("It arrives");
        await TellAsync();
        Assert.Contains("Texted 5 May, 9.41am, not opened yet", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
        Clock.Pass(Duration.FromMinutes(1));
        Server.Settle(MothersMobile, "delivered");
        Clock.Pass(Duration.FromMinutes(30));

        await TellAsync();

        Assert.Equal([(WayToTell.Text, DispatchState.Delivered)], await WaysOfAsync(mother));
        var page = await As(World.Senco).GetAsync($"/entries/{entry.Id}");
        Assert.Contains("Texted and delivered 5 May, 9.42am, not opened yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Emailed 5 May, 9.41am, not opened yet", page.Text, StringComparison.Ordinal);

        // There is nothing more to ask about it.
        var asked = Server.Requests.Count(r => r.Contains(Server.To(MothersMobile)[0].Id.ToString(), StringComparison.Ordinal));
        await TellForAsync(Duration.FromHours(1));
        Assert.Equal(asked, Server.Requests.Count(r => r.Contains(Server.To(MothersMobile)[0].Id.ToString(), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("permanent-failure", "There is nobody at this address or number")]
    [InlineData("temporary-failure", "a phone that is off")]
    [InlineData("technical-failure", "could not send it")]
    public async Task What_failed_afterwards_goes_the_next_way_once_and_staff_are_told(string status, string why)
    {
        var (mother, _) = await BothParentsAsync();
        var entry = await ShareAsync("A wrong number");
        await TellAsync();
        Server.Settle(MothersMobile, status);
        Clock.Pass(Duration.FromMinutes(5));

        // Two nodes learn of it in the same moment.
        await Task.WhenAll(TellAsync(), TellAsync());
        await TellForAsync(Duration.FromMinutes(30));

        Assert.Equal([(WayToTell.Text, DispatchState.Failed), (WayToTell.Email, DispatchState.Sent)], await WaysOfAsync(mother));
        Assert.Single(Server.To(MothersMobile));
        Assert.Single(Server.To("laura.bennett@home.example"));
        var page = await As(World.Office).GetAsync("/telling");
        Assert.Contains("Told in another way", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Could not be reached at {MothersMobile}", page.Text, StringComparison.Ordinal);
        Assert.Contains(why, page.Text, StringComparison.Ordinal);
        Assert.Contains("Emailed", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);

        Server.Settle("laura.bennett@home.example", "permanent-failure");
        Clock.Pass(Duration.FromMinutes(5));
        await Task.WhenAll(TellAsync(), TellAsync());
        await TellAsync();

        Assert.Equal(
            [(WayToTell.Text, DispatchState.Failed), (WayToTell.Email, DispatchState.Failed), (WayToTell.Letter, DispatchState.ByHand)], await WaysOfAsync(mother));
        var byHand = (await As(World.Office).GetAsync("/telling/letters")).Text;
        Assert.Contains("Letters to print", byHand, StringComparison.Ordinal);
        Assert.Contains(MothersMobile, byHand, StringComparison.Ordinal);
        Assert.Contains("Could not be reached at laura.bennett@home.example", byHand, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_afterwards_and_was_read_meanwhile_goes_no_other_way()
    {
        var (mother, _) = await BothParentsAsync();
        var entry = await ShareAsync("Read already");
        await TellAsync();
        await using (var db = Host.OpenDb())
        {
            await db.Notices.Where(n => n.AboutId == entry.Id.Value).ExecuteUpdateAsync(set => set.SetProperty(n => n.OpenedAt, Clock.Now), Cancel);
        }

        Server.Settle(MothersMobile, "permanent-failure");
        Clock.Pass(Duration.FromMinutes(5));
        await TellAsync();

        Assert.Equal([(WayToTell.Text, DispatchState.Failed)], await WaysOfAsync(mother));
    }

    [Fact]
    public async Task What_failed_afterwards_goes_no_other_way_to_whom_a_court_has_shut_out_meanwhile()
    {
        var (_, father) = await BothParentsAsync();
        await ShareAsync("An order comes");
        await TellAsync();
        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);
        await DescribeAsync(father, FathersEmail, "07700 900777");
        Server.Settle(FathersEmail, "permanent-failure");
        Clock.Pass(Duration.FromMinutes(5));

        await TellForAsync(Duration.FromMinutes(20));

        Assert.Empty(Server.To("+447700900777"));
        Assert.Equal([(WayToTell.Email, DispatchState.Failed), (WayToTell.Text, DispatchState.Dropped)], await WaysOfAsync(father));
        Assert.DoesNotContain("Craig", (await As(World.Office).GetAsync("/telling")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_at_night_goes_the_next_way_in_the_morning()
    {
        var (_, father) = await BothParentsAsync();
        await DescribeAsync(father, FathersEmail, "07700 900777");
        await ShareAsync("By day");
        await TellAsync();
        Server.Settle(FathersEmail, "permanent-failure");
        Clock.Now = Instant.FromUtc(2026, 5, 5, 23, 0);
        await TellAsync();
        await TellAsync();
        Assert.Empty(Server.To("+447700900777"));

        Clock.Now = Instant.FromUtc(2026, 5, 6, 7, 0);
        await TellAsync();
        Assert.Single(Server.To("+447700900777"));
    }

    [Fact]
    public async Task A_text_abroad_of_which_nobody_will_say_more_stays_sent_and_is_asked_after_no_more()
    {
        var (mother, _) = await BothParentsAsync();
        await DescribeAsync(mother, "laura.bennett@home.example", "+48 601 234 567");
        await ShareAsync("To Poland");
        await TellAsync();
        Server.Settle("+48601234567", "sent");
        Clock.Pass(Duration.FromMinutes(5));
        await TellAsync();

        var left = Assert.Single(await Host.DispatchesAsync(mother));
        Assert.Equal((DispatchState.Sent, null), (left.State, left.AskAt));
    }

    [Fact]
    public async Task After_three_days_nobody_is_asked_any_more()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("Never heard of");
        await TellAsync();
        for (var hour = 0; hour < 80; hour++)
        {
            Clock.Pass(Duration.FromHours(1));
            await TellAsync();
        }

        var left = Assert.Single(await Host.DispatchesAsync(mother));
        Assert.Equal((DispatchState.Sent, null), (left.State, left.AskAt));
        Assert.InRange(Server.Requests.Count(r => r.EndsWith(left.Reference!, StringComparison.Ordinal)), 20, 80);
    }

    [Fact]
    public async Task Of_two_nodes_one_asks()
    {
        await BothParentsAsync();
        await Host.ManyAsync(10);
        await ShareAsync("Asked once");
        await TellAsync();
        Server.Requests.Clear();
        Clock.Pass(Duration.FromMinutes(2));

        await Task.WhenAll(TellAsync(), TellAsync(), TellAsync());

        Assert.Equal(Server.Kept.Count, Server.Requests.Count);
        Assert.Equal(Server.Requests.Count, Server.Requests.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Several_nodes_and_a_service_in_every_mood_send_nothing_twice_and_lose_nothing()
    {
        await BothParentsAsync();
        var carers = await Host.ManyAsync(24);
        await using (var db = Host.OpenDb())
        {
            var even = carers.Keys.Where((_, n) => n % 2 == 0).ToList();
            await db.Relationships.Where(t => even.Contains(t.CarerId)).ExecuteUpdateAsync(set => set.SetProperty(t => t.PreferredMethod, ContactMethod.Text), Cancel);
        }

        var entry = await ShareAsync("To everybody");
        foreach (var mood in Enum.GetValues<NotifyMood>().Where(m => m is not (NotifyMood.Take or NotifyMood.Refuse)).Append(NotifyMood.Take))
        {
            Server.Mood = mood;
            var nodes = Task.WhenAll(TellAsync(), TellAsync());
            await Task.Delay(TimeSpan.FromMilliseconds(150), Cancel);
            Server.Mood = NotifyMood.Take;
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancel);
            Server.Mood = mood;
            await nodes;
            Clock.Pass(Duration.FromMinutes(3));
        }

        Server.Mood = NotifyMood.Take;
        await TellForAsync(Duration.FromMinutes(60));
        foreach (var sent in Server.Kept)
        {
            Server.Settle(sent.To, "delivered");
        }

        await TellForAsync(Duration.FromMinutes(60));

        await using var after = Host.OpenDb();
        var notices = await Host.NoticesAsync(entry.Id.Value);
        Assert.Equal(carers.Count, notices.Select(n => n.CarerId).Intersect(carers.Keys).Count());
        foreach (var carer in carers.Keys)
        {
            var dispatch = Assert.Single(await after.Dispatches.AsNoTracking().Where(d => d.CarerId == carer).ToListAsync(Cancel));
            Assert.Equal((DispatchState.Delivered, 1), (dispatch.State, Server.To(dispatch.Address).Count));
        }
    }
}
