using System.CommandLine;
using Kept.Web.Commands;
using Kept.Web.Hosting;
using Kept.Web.Telling;
using Sending = Kept.Web.Commands.Sending;

namespace Kept.Web.Tests.Commands;

/// <summary>How families are reached is set up wholly, or refused with a sentence before anything is served.</summary>
public sealed class SendingTests
{
    private const string Key = "live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    private const string Template = "f33517ff-2a88-4f6e-b855-c550268ce08a";

    [Theory]
    [InlineData("--address https://kept.example --notify-text-template x", Key, "--notify-text-template is the template’s number")]
    [InlineData("--address https://kept.example --notify-email-template " + Template, null, "GOV.UK Notify needs its key in KEPT_NOTIFY_KEY")]
    [InlineData("--address https://kept.example --notify-email-template " + Template, "live-123", "KEPT_NOTIFY_KEY is not a whole key")]
    [InlineData("--notify-email-template " + Template, Key, "GOV.UK Notify needs --address")]
    [InlineData("--address https://kept.example", Key, "KEPT_NOTIFY_KEY needs --notify-email-template")]
    [InlineData("--address https://kept.example --notify-url https://notify.example", null, "--notify-url needs --notify-email-template")]
    [InlineData("--address https://kept.example --notify-url http://notify.example --notify-text-template " + Template, Key, "--notify-url begins with https://")]
    [InlineData("--address https://kept.example --notify-url https://notify.example/v2 --notify-text-template " + Template, Key, "--notify-url begins with https://")]
    [InlineData("--address https://kept.example --mail smtp.example --mail-from a@b.example --notify-email-template " + Template, Key, "choose one")]
    public void What_is_half_set_up_is_refused_with_a_sentence(string line, string? key, string sentence)
    {
        var (parsed, _) = Parse(line, key);

        Assert.Contains(sentence, Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Emails_by_the_schools_server_and_texts_by_notify_go_together()
    {
        var (parsed, sending) = Parse($"--address https://kept.example --mail smtp.example --mail-from a@b.example --notify-text-template {Template}", Key);
        Assert.Empty(parsed.Errors);
        var options = sending.Into(new KeptAppOptions(Place: null!, IsDemo: false, "http://127.0.0.1:0"), parsed);

        Assert.Equal((NotifyService.Live, null, Guid.Parse(Template)), (options.Notify!.Address, options.Notify.EmailTemplate, options.Notify.TextTemplate));
        Assert.NotNull(options.Mail);
        Assert.Equal("26785a09-ab16-4eb0-8407-a37497a57506", options.Notify.Key.ServiceId);
    }

    [Fact]
    public void Without_any_of_it_nothing_is_sent()
    {
        var (parsed, sending) = Parse("", key: null);
        Assert.Empty(parsed.Errors);

        Assert.Null(sending.Into(new KeptAppOptions(Place: null!, IsDemo: false, "http://127.0.0.1:0"), parsed).Notify);
    }

    [Theory]
    [InlineData("--mail-returns imap://imap.example --mail-returns-user a", "secret", "--mail-returns begins with imaps://")]
    [InlineData("--mail-returns imap.example:993 --mail-returns-user a", "secret", "--mail-returns is imaps:// and a name")]
    [InlineData("--mail-returns imaps://imap.example/inbox --mail-returns-user a", "secret", "--mail-returns is imaps:// and a name")]
    [InlineData("--mail-returns imaps://a:b@imap.example --mail-returns-user a", "secret", "--mail-returns is imaps:// and a name")]
    [InlineData("--mail-returns imaps://imap.example:99999 --mail-returns-user a", "secret", "--mail-returns is imaps:// and a name")]
    [InlineData("--mail-returns imaps://imap.example:0 --mail-returns-user a", "secret", "--mail-returns is imaps:// and a name")]
    [InlineData("--mail-returns imaps://imap.example", "secret", "--mail-returns needs --mail-returns-user")]
    [InlineData("--mail-returns imaps://imap.example --mail-returns-user a", null, "the account’s password in KEPT_MAIL_RETURNS_PASSWORD")]
    [InlineData("--mail-returns-user a", null, "--mail-returns-user needs --mail-returns")]
    [InlineData("", "secret", "KEPT_MAIL_RETURNS_PASSWORD needs --mail-returns")]
    public void A_mailbox_that_is_half_set_up_is_refused_with_a_sentence(string line, string? password, string sentence)
    {
        var (parsed, _) = Parse($"--address https://kept.example --mail smtp.example --mail-from a@b.example {line}", key: null, password);

        Assert.Contains(sentence, Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_without_mail_is_refused()
    {
        var (parsed, _) = Parse("--mail-returns imaps://imap.example --mail-returns-user a", key: null, "secret");

        Assert.Contains("--mail-returns needs --mail", Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_mailbox_that_the_database_cannot_hold_is_refused()
    {
        var (parsed, _) = Parse($"--address https://kept.example --mail smtp.example --mail-from a@b.example --mail-returns imaps://imap.example --mail-returns-user {new string('a', 240)}", key: null, "secret");

        Assert.Contains("no more than 254 characters", Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imaps://imap.example", 993)]
    [InlineData("imaps://imap.example:9993/", 9993)]
    public void The_mailbox_is_read_from_the_line_and_its_password_is_not(string where, int port)
    {
        var (parsed, sending) = Parse($"--address https://kept.example --mail smtp.example --mail-from a@b.example --mail-returns {where} --mail-returns-user a@b.example", key: null, "secret");
        Assert.Empty(parsed.Errors);
        var options = sending.Into(new KeptAppOptions(Place: null!, IsDemo: false, "http://127.0.0.1:0"), parsed);

        Assert.Equal(new ReturnsServer("imap.example", port, "a@b.example", "secret"), options.Mail!.Returns);
    }

    private static (ParseResult Parsed, Sending Sending) Parse(string line, string? key, string? returnsPassword = null)
    {
        var command = new Command("serve");
        var sending = Sending.On(command, name => name switch { "KEPT_NOTIFY_KEY" => key, "KEPT_MAIL_RETURNS_PASSWORD" => returnsPassword, _ => null });
        return (command.Parse(line), sending);
    }
}
