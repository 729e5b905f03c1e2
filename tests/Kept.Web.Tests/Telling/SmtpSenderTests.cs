using Kept.Domain.People;
using Kept.Web.Telling;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Telling;

/// <summary>What is known of a mail after each way in which a real server can behave.</summary>
public sealed class SmtpSenderTests(MailServerProcess server) : IClassFixture<MailServerProcess>
{
    private static readonly Outgoing Notice = new(
        "0198c7a0-0000-7000-8000-000000000001", "fatima.ali@example.org", "Hillview School", "ہل ویو اسکول", ["پڑھنے کے لیے کچھ نیا ہے:", "https://kept.example/family"], "ur", "rtl", FixedClock.Start);

    [Theory]
    [InlineData("take", SendingEnd.Taken, 1)]
    [InlineData("unknown", SendingEnd.Refused, 0)]
    [InlineData("busy", SendingEnd.Later, 0)]
    [InlineData("refuse", SendingEnd.Refused, 0)]
    [InlineData("stall", SendingEnd.Unreachable, 0)]
    [InlineData("vanish", SendingEnd.Unclear, 1)]
    [InlineData("lose", SendingEnd.Unclear, 0)]
    public async Task What_the_server_does_is_what_is_known(string mood, SendingEnd end, int kept)
    {
        server.Forget();
        server.Be(mood);

        var sent = await Sender().SendAsync(Notice, TestContext.Current.CancellationToken);

        Assert.Equal((end, kept), (sent.End, server.Kept.Count));
        Assert.Equal(end is SendingEnd.Taken, sent.Problem is null);
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_taken_nothing()
    {
        server.Stop();
        try
        {
            Assert.Equal(SendingEnd.Unreachable, (await Sender().SendAsync(Notice, TestContext.Current.CancellationToken)).End);
        }
        finally
        {
            await server.StartAsync();
        }
    }

    [Fact]
    public async Task It_arrives_as_it_was_written_and_says_who_it_is_from()
    {
        server.Forget();
        server.Be("take");

        await Sender().SendAsync(Notice, TestContext.Current.CancellationToken);

        var mail = Assert.Single(server.Kept);
        Assert.Contains("From: \"Hillview School\" <kept@hillview.example>", mail, StringComparison.Ordinal);
        Assert.Contains("To: fatima.ali@example.org", mail, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{Notice.Reference}@hillview.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_arrives_in_the_form_that_the_carer_reads()
    {
        server.Forget();
        server.Be("take");
        var easy = Notice with { Paragraphs = ["It works once.\nWe will ask when your child was born."], Formats = new FormatWishes(LargePrint: true, HighContrast: true, EasyRead: true) };

        await Sender().SendAsync(easy, TestContext.Current.CancellationToken);

        var mail = MailText.Of(Assert.Single(server.Kept));
        Assert.Contains("It works once.\nWe will ask", mail.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("It works once.<br>We will ask", mail, StringComparison.Ordinal);
        Assert.Contains("font:18pt/1.5 sans-serif", mail, StringComparison.Ordinal);
        Assert.Contains("color:#000;background:#fff", mail, StringComparison.Ordinal);
    }

    private SmtpSender Sender() => new(server.Address, TimeSpan.FromSeconds(3));
}
