using System.Security.Cryptography;
using System.Text;
using Kept.Domain.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>What is known after each way in which GOV.UK Notify, or the line to it, can behave.</summary>
public sealed class NotifySenderTests(NotifyServer server) : IClassFixture<NotifyServer>
{
    private const string Dispatch = "0198c7a0-0000-7000-8000-000000000001";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NotifyMood.Take, SendingEnd.Taken, 1)]
    [InlineData(NotifyMood.Refuse, SendingEnd.Refused, 0)]
    [InlineData(NotifyMood.Busy, SendingEnd.Unreachable, 0)]
    [InlineData(NotifyMood.Locked, SendingEnd.Unreachable, 0)]
    [InlineData(NotifyMood.Fault, SendingEnd.Unclear, 0)]
    [InlineData(NotifyMood.FaultAfterwards, SendingEnd.Unclear, 1)]
    [InlineData(NotifyMood.Vanish, SendingEnd.Unclear, 1)]
    [InlineData(NotifyMood.Lose, SendingEnd.Unclear, 0)]
    [InlineData(NotifyMood.Stall, SendingEnd.Unclear, 0)]
    [InlineData(NotifyMood.StallAfterwards, SendingEnd.Unclear, 1)]
    public async Task What_the_service_does_is_what_is_known(NotifyMood mood, SendingEnd end, int kept)
    {
        server.Forget();
        server.Mood = mood;

        var sent = await Sender(WayToTell.Text).SendAsync(Text("+447700900123"), Cancel);

        Assert.Equal((end, kept), (sent.End, server.Kept.Count));
        Assert.Equal(end is SendingEnd.Taken, sent.Problem is null);
        Assert.Equal(end is SendingEnd.Taken, sent.Number is not null);
    }

    [Fact]
    public async Task A_service_that_is_not_there_has_taken_nothing()
    {
        await server.StopAsync();
        try
        {
            Assert.Equal(SendingEnd.Unreachable, (await Sender(WayToTell.Text).SendAsync(Text("+447700900123"), Cancel)).End);
            Assert.IsType<Whereabouts.Unsaid>(await Sender(WayToTell.Text).AskAsync(Dispatch, number: null, Cancel));
        }
        finally
        {
            await server.StartAsync();
        }
    }

    [Fact]
    public async Task A_number_that_the_service_does_not_take_is_refused_and_a_template_that_it_lacks_is_not_the_numbers_fault()
    {
        server.Forget();
        var refused = await Sender(WayToTell.Text).SendAsync(Text("07700 900123"), Cancel);
        Assert.Equal((SendingEnd.Refused, "GOV.UK Notify does not send there: phone_number is not valid"), (refused.End, refused.Problem));

        server.HasTemplates = false;
        var unset = await Sender(WayToTell.Text).SendAsync(Text("+447700900123"), Cancel);
        Assert.Equal(SendingEnd.Unreachable, unset.End);
        Assert.Contains("template for texts", unset.Problem, StringComparison.Ordinal);

        // The one of emails has a gap more.
        server.HasTemplates = true;
        var crossed = new NotifySender(Api(), NotifyServer.Key, WayToTell.Text, NotifyServer.EmailTemplate);
        Assert.Equal(SendingEnd.Unreachable, (await crossed.SendAsync(Text("+447700900123"), Cancel)).End);
    }

    [Fact]
    public async Task The_words_arrive_as_they_are_with_our_reference()
    {
        server.Forget();
        var mail = new Outgoing(Dispatch, "fatima.ali@example.org", "Hillview School", "ہل ویو اسکول", ["پڑھنے کے لیے کچھ نیا ہے:", "https://kept.example/family"], "ur", "rtl", FixedClock.Start);
        await Sender(WayToTell.Email).SendAsync(mail, Cancel);
        await Sender(WayToTell.Text).SendAsync(Text("+48601234567"), Cancel);

        Assert.Equal(
            [
                ("email", "fatima.ali@example.org", "ہل ویو اسکول", "پڑھنے کے لیے کچھ نیا ہے:\n\nhttps://kept.example/family", Dispatch),
                ("sms", "+48601234567", null, "Hillview School: something new.\nhttps://kept.example/family", Dispatch)
            ],
            server.Kept.Select(n => (n.Type, n.To, n.Subject, n.Body, n.Reference)));
    }

    [Fact]
    public async Task What_was_begun_too_long_ago_is_refused_at_the_door()
    {
        server.Forget();
        var old = Text("+447700900123") with { Begun = FixedClock.Start - Duration.FromSeconds(31) };

        Assert.Equal(SendingEnd.Unreachable, (await Sender(WayToTell.Text).SendAsync(old, Cancel)).End);
        Assert.Empty(server.Kept);
    }

    [Theory]
    [InlineData("created", typeof(Whereabouts.OnItsWay))]
    [InlineData("sending", typeof(Whereabouts.OnItsWay))]
    [InlineData("pending", typeof(Whereabouts.OnItsWay))]
    [InlineData("sent", typeof(Whereabouts.Gone))]
    [InlineData("delivered", typeof(Whereabouts.Delivered))]
    [InlineData("permanent-failure", typeof(Whereabouts.Failed))]
    [InlineData("temporary-failure", typeof(Whereabouts.Failed))]
    [InlineData("technical-failure", typeof(Whereabouts.Failed))]
    [InlineData("something-new", typeof(Whereabouts.Unsaid))]
    public async Task What_became_of_it_is_learned_by_its_number_and_by_our_reference(string status, Type whereabouts)
    {
        server.Forget();
        var sender = Sender(WayToTell.Text);
        var number = (await sender.SendAsync(Text("+447700900123"), Cancel)).Number;
        server.Settle("+447700900123", status);

        Assert.IsType(whereabouts, await sender.AskAsync(Dispatch, number, Cancel));
        Assert.IsType(whereabouts, await sender.AskAsync(Dispatch, number: null, Cancel));
        Assert.IsType<Whereabouts.NotThere>(await sender.AskAsync(Guid.NewGuid().ToString(), number: null, Cancel));
        Assert.IsType<Whereabouts.NotThere>(await sender.AskAsync(Dispatch, Guid.NewGuid().ToString(), Cancel));
    }

    [Theory]
    [InlineData("name with-hyphens-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0", true)]
    [InlineData(" live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0\n", true)]
    [InlineData("26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0", false)]
    [InlineData("live-26785a09-ab16-4eb0-8407-a37497a57506", false)]
    [InlineData("live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122bX", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_is_read_whole_or_not_at_all(string? typed, bool isOne) => Assert.Equal(isOne ? NotifyServer.ServiceId : null, NotifyKey.Read(typed)?.ServiceId);

    [Fact]
    public void What_the_record_holds_of_a_key_is_nothing_of_it()
    {
        Assert.DoesNotContain(NotifyServer.Secret[..8], NotifyServer.Key.Mark, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(NotifyServer.Key.Mark, NotifyKey.Read($"live-{NotifyServer.ServiceId}-{Guid.NewGuid()}")!.Mark);
        Assert.Equal(3, NotifyServer.Key.Token(FixedClock.Start).Split('.').Length);
        Assert.DoesNotContain(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(NotifyServer.Secret))), NotifyServer.Key.Mark, StringComparison.OrdinalIgnoreCase);
    }

    private static Outgoing Text(string to) => new(Dispatch, to, "Hillview School", "", ["Hillview School: something new.", "https://kept.example/family"], "en", "ltr", FixedClock.Start);

    private NotifyApi Api() => new(server.Service, new FixedClock(), Patience);

    private NotifySender Sender(WayToTell way) => new(Api(), NotifyServer.Key, way, way is WayToTell.Text ? NotifyServer.TextTemplate : NotifyServer.EmailTemplate);
}
