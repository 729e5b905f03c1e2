using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>Wherever it breaks, between the first look and the service’s answer: the service is asked, and each carer gets it exactly once.</summary>
public sealed class NotifyCrashTests(NotifyHost host, NotifyServer server) : NotifyTest(host, server)
{
    [Theory]
    [InlineData(NotifyMood.Fault)]
    [InlineData(NotifyMood.FaultAfterwards)]
    [InlineData(NotifyMood.Vanish)]
    [InlineData(NotifyMood.Lose)]
    [InlineData(NotifyMood.Stall)]
    [InlineData(NotifyMood.StallAfterwards)]
    [InlineData(NotifyMood.Busy)]
    [InlineData(NotifyMood.Locked)]
    public async Task Whatever_goes_wrong_in_the_middle_each_gets_it_once_and_no_person_has_to_guess(NotifyMood mood)
    {
        var (mother, father) = await BothParentsAsync();
        await ShareAsync("Once and no more");
        Server.Mood = mood;
        await TellAsync();
        Server.Mood = NotifyMood.Take;

        await TellForAsync(Duration.FromMinutes(40));

        Assert.Single(Server.To(MothersMobile));
        Assert.Single(Server.To(FathersEmail));
        Assert.Equal([(WayToTell.Text, DispatchState.Sent)], await WaysOfAsync(mother));
        Assert.Equal([(WayToTell.Email, DispatchState.Sent)], await WaysOfAsync(father));
    }

    [Fact]
    public async Task Whoever_is_killed_before_it_left_has_it_sent_by_the_next_once_the_service_surely_has_not_got_it()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("Killed before");
        await GatherAsync();
        Assert.Single(await TakeAsync());

        Clock.Pass(Dispatch.Lease + Duration.FromMinutes(2));
        await TellAsync();
        Assert.Empty(Server.To(MothersMobile));
        Assert.Equal([(WayToTell.Text, DispatchState.Unclear)], await WaysOfAsync(mother));

        await TellForAsync(Duration.FromMinutes(20));
        Assert.Single(Server.To(MothersMobile));
        Assert.Equal([(WayToTell.Text, DispatchState.Sent)], await WaysOfAsync(mother));
    }

    [Theory]
    [InlineData("delivered", DispatchState.Delivered)]
    [InlineData("sending", DispatchState.Sent)]
    public async Task Whoever_is_killed_after_it_left_has_it_found_at_the_service_and_sent_by_nobody_again(string status, DispatchState found)
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("Killed after");
        await GatherAsync();
        var taken = Assert.Single(await TakeAsync());
        Assert.Equal(SendingEnd.Taken, (await Senders()[1].SendAsync(new OutgoingWords(TellingHost.Address).SomethingWaits(taken), Cancel)).End);
        Server.Settle(MothersMobile, status);

        await TellForAsync(Duration.FromHours(1));

        var sent = Assert.Single(Server.To(MothersMobile));
        var left = Assert.Single(await Host.DispatchesAsync(mother));
        Assert.Equal((found, sent.Id.ToString()), (left.State, left.Reference));
    }

    [Fact]
    public async Task A_machine_that_stood_still_and_wakes_sends_nothing_beside_the_one_that_went_on_for_it()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("It slept");
        await GatherAsync();
        var taken = Assert.Single(await TakeAsync());
        await TellForAsync(Duration.FromMinutes(40));
        Assert.Single(Server.To(MothersMobile));

        // It had been about to send.
        var late = await Senders()[1].SendAsync(new OutgoingWords(TellingHost.Address).SomethingWaits(taken), Cancel);

        Assert.Equal(SendingEnd.Unreachable, late.End);
        Assert.Single(Server.To(MothersMobile));
        Assert.Equal([(WayToTell.Text, DispatchState.Sent)], await WaysOfAsync(mother));
    }

    [Fact]
    public async Task While_kept_is_asking_staff_see_so_and_cannot_send_it_twice()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("Being asked");
        Server.Mood = NotifyMood.Lose;
        await TellAsync();
        var office = As(World.Office);
        var page = await office.GetAsync("/telling");
        var dispatch = (await Host.DispatchesAsync(mother))[^1];

        Assert.Equal(DispatchState.Unclear, dispatch.State);
        Assert.Contains("May not have arrived", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Send again", page.Text, StringComparison.Ordinal);
        await using (var db = Host.OpenDb())
        {
            Assert.Null(await new TellingRegister(db, World.Office.AsViewer, Clock).AgainAsync(dispatch.Id, Cancel));
        }
    }

    [Fact]
    public async Task With_another_key_nobody_is_asked_and_a_person_decides()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("A new key");
        Server.Mood = NotifyMood.Vanish;
        await TellAsync();
        Server.Mood = NotifyMood.Take;
        Clock.Pass(Duration.FromHours(1));
        var other = NotifyKey.Read($"hillview_live-{NotifyServer.ServiceId}-00000000-0000-0000-0000-000000000001")!;
        var asked = Server.Requests.Count;
        await Host.Teller(Senders(other)).TellAsync(Cancel);

        Assert.Equal(asked, Server.Requests.Count);
        Assert.Single(Server.To(MothersMobile));
        Assert.Equal([(WayToTell.Text, DispatchState.Unclear)], await WaysOfAsync(mother));
        Assert.Contains("Send again", (await As(World.Office).GetAsync("/telling")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_days_without_kept_a_person_decides_for_the_service_forgets()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("Over the holidays");
        await GatherAsync();
        Assert.Single(await TakeAsync());
        Clock.Pass(Duration.FromDays(8));

        await TellForAsync(Duration.FromHours(1));

        Assert.Empty(Server.To(MothersMobile));
        var left = Assert.Single(await Host.DispatchesAsync(mother));
        Assert.Equal((DispatchState.Unclear, null), (left.State, left.AskAt));
    }
}
