using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>From what is saved to what GOV.UK Notify has: exactly once, whatever breaks.</summary>
public sealed class NotifyOutboxTests(NotifyHost host, NotifyServer server) : NotifyTest(host, server)
{
    [Fact]
    public async Task Each_parent_is_told_once_in_the_way_they_like_and_nothing_is_said_of_it()
    {
        var (mother, father) = await BothParentsAsync();
        var entry = await ShareAsync("Leo finds the mornings hard");
        await TellAsync();
        await TellAsync();

        var text = Assert.Single(Server.To(MothersMobile));
        var mail = Assert.Single(Server.To(FathersEmail));
        Assert.Equal(2, Server.Kept.Count);
        Assert.Equal(("sms", "email"), (text.Type, mail.Type));
        Assert.Equal("Something new from Hillview School", mail.Subject);
        foreach (var (parent, sent) in new[] { (mother, text), (father, mail) })
        {
            var dispatch = Assert.Single(await Host.DispatchesAsync(parent));
            Assert.Equal((dispatch.Id.ToString(), sent.Id.ToString(), DispatchState.Sent), (sent.Reference, dispatch.Reference, dispatch.State));
            Assert.Contains("https://kept.example/family", sent.Body.Split('\n'));
            Assert.DoesNotContain("Leo", sent.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Bennett", sent.Body, StringComparison.Ordinal);
        }

        Assert.All(await Host.NoticesAsync(entry.Id.Value), n => Assert.NotNull(n.DispatchId));
    }

    [Fact]
    public async Task A_text_is_in_the_carers_language()
    {
        var (mother, _) = await BothParentsAsync();
        await SpeaksAsync(mother, "ur");
        try
        {
            await ShareAsync("In Urdu");
            await TellAsync();

            Assert.Contains("آپ کے پڑھنے کے لیے کچھ نیا ہے", Assert.Single(Server.To(MothersMobile)).Body, StringComparison.Ordinal);
        }
        finally
        {
            await SpeaksAsync(mother, "en");
        }
    }

    [Theory]
    [InlineData(NotifyMood.Busy)]
    [InlineData(NotifyMood.Locked)]
    [InlineData(NotifyMood.Fault)]
    public async Task A_service_that_takes_no_more_is_knocked_at_once_and_not_for_everybody(NotifyMood mood)
    {
        await BothParentsAsync();
        await Host.ManyAsync(8);
        await ShareAsync("To everybody");
        await GatherAsync();
        Server.Requests.Clear();
        Server.Mood = mood;

        await TellAsync();

        Assert.Equal(["POST /v2/notifications/email", "POST /v2/notifications/sms"], Server.Requests.Order(StringComparer.Ordinal));
        Assert.Empty(Server.Kept);
    }

    [Fact]
    public async Task A_service_that_is_away_and_comes_back_gets_each_once()
    {
        await BothParentsAsync();
        await ShareAsync("While it was away");
        await Server.StopAsync();
        try
        {
            await TellAsync();
        }
        finally
        {
            await Server.StartAsync();
        }

        await TellForAsync(Duration.FromMinutes(10));

        Assert.Single(Server.To(MothersMobile));
        Assert.Single(Server.To(FathersEmail));
    }

    [Fact]
    public async Task A_template_that_is_not_there_makes_nobody_a_letter_and_all_goes_once_it_is()
    {
        var (mother, _) = await BothParentsAsync();
        await ShareAsync("Set up wrongly");
        Server.HasTemplates = false;
        await TellAsync();
        Assert.Equal([(WayToTell.Text, DispatchState.Waiting)], await WaysOfAsync(mother));

        Server.HasTemplates = true;
        await TellForAsync(Duration.FromMinutes(10));

        Assert.Single(Server.To(MothersMobile));
    }

    [Fact]
    public async Task Who_may_be_told_nothing_is_told_nothing_even_where_the_order_comes_last()
    {
        var (mother, father) = await BothParentsAsync();
        await DescribeAsync(father, FathersEmail, "07700 900777");
        await LikesAsync(father, ContactMethod.Text);
        await ShareAsync("Leo reads more");
        await GatherAsync();
        Assert.Equal([(WayToTell.Text, DispatchState.Waiting)], await WaysOfAsync(father));

        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);
        await TellAsync();

        Assert.Single(Server.To(MothersMobile));
        Assert.Single(Server.Kept);
        Assert.Equal([(WayToTell.Text, DispatchState.Dropped)], await WaysOfAsync(father));
        Assert.Equal([(WayToTell.Text, DispatchState.Sent)], await WaysOfAsync(mother));
    }

    [Fact]
    public async Task Without_a_mobile_number_a_text_becomes_an_email_and_without_either_a_letter()
    {
        var (mother, father) = await BothParentsAsync();
        await DescribeAsync(mother, "laura.bennett@home.example", "01632 960001");
        await LikesAsync(father, ContactMethod.Text);
        await DescribeAsync(father, email: null, phone: null);
        await ShareAsync("No number");

        await TellAsync();

        Assert.Equal([(WayToTell.Email, DispatchState.Sent)], await WaysOfAsync(mother));
        Assert.Equal([(WayToTell.Letter, DispatchState.ByHand)], await WaysOfAsync(father));
    }

    [Fact]
    public async Task A_digest_by_text_is_one_text_at_its_hour()
    {
        await BothParentsAsync();
        await LikesAsync(World.LeosMother, ContactMethod.Text, Rhythm.Daily);
        await ShareAsync("The first of the day");
        await ShareAsync("The second of the day");
        await TellAsync();
        Assert.Empty(Server.To(MothersMobile));

        await TellForAsync(Duration.FromHours(24));

        Assert.Single(Server.To(MothersMobile));
    }

    [Fact]
    public async Task What_is_tried_again_wakes_nobody()
    {
        await BothParentsAsync();
        var evening = Instant.FromUtc(2026, 5, 5, 17, 45);
        Clock.Now = evening;
        await ShareAsync("Just before the quiet hours");
        Server.Mood = NotifyMood.Busy;
        await TellAsync();
        Server.Mood = NotifyMood.Take;

        // From seven in the evening until eight in the morning.
        Clock.Now = Instant.FromUtc(2026, 5, 5, 18, 1);
        await TellAsync();
        Clock.Now = Instant.FromUtc(2026, 5, 6, 6, 59);
        await TellAsync();
        Assert.Empty(Server.Kept);

        Clock.Now = Instant.FromUtc(2026, 5, 6, 7, 0);
        await TellAsync();
        Assert.Single(Server.To(MothersMobile));
        Assert.Single(Server.To(FathersEmail));
    }

    private async Task SpeaksAsync(TestPerson carer, string language)
    {
        await using var db = Host.OpenDb();
        await db.Relationships.Where(t => t.CarerId == carer.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Language, language), Cancel);
    }
}
