using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Mail;
using Kept.Web.Hosting;
using Kept.Web.Telling;

namespace Kept.Web.Commands;

/// <summary>The options by which a server is told how families are reached. Passwords and keys stand in the environment, never on the line.</summary>
internal sealed class Sending
{
    private const string NotifyKeyName = "KEPT_NOTIFY_KEY";

    private readonly Option<string?> address = new("--address") { Description = "Where families open Kept, for what is sent to them: https://kept.example", HelpName = "URL" };

    private readonly Option<string?> mail = new("--mail") { Description = "The school’s mail server, spoken to over STARTTLS. Without a port: 587", HelpName = "HOST[:PORT]" };

    private readonly Option<string?> from = new("--mail-from") { Description = "The address that mail comes from", HelpName = "ADDRESS" };

    private readonly Option<string?> user = new("--mail-user") { Description = "The mail server’s account; its password stands in KEPT_MAIL_PASSWORD", HelpName = "NAME" };

    private readonly Option<string?> emailTemplate = new("--notify-email-template")
    {
        Description = $"Send emails through GOV.UK Notify by this template; the key stands in {NotifyKeyName}",
        HelpName = "ID"
    };

    private readonly Option<string?> textTemplate = new("--notify-text-template")
    {
        Description = $"Send texts through GOV.UK Notify by this template; the key stands in {NotifyKeyName}",
        HelpName = "ID"
    };

    private readonly Option<string?> notify = new("--notify-url") { Description = $"Where GOV.UK Notify is, if not at {NotifyService.Live.Host}", HelpName = "URL" };

    private readonly Func<string, string?> environment;

    private readonly Returns returns;

    private Sending(Func<string, string?> environment) => (this.environment, returns) = (environment, new Returns(environment));

    public static Sending On(Command command) => On(command, Environment.GetEnvironmentVariable);

    internal static Sending On(Command command, Func<string, string?> environment)
    {
        var sending = new Sending(environment);
        foreach (var option in (Option[])[sending.address, sending.mail, sending.from, sending.user, .. sending.returns.Options, sending.emailTemplate, sending.textTemplate, sending.notify])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(parsed =>
        {
            foreach (var wrong in sending.WrongOfMail(parsed).Concat(sending.returns.Wrong(parsed, parsed.GetValue(sending.mail) is not null)).Concat(sending.WrongOfNotify(parsed)))
            {
                parsed.AddError(wrong);
            }
        });
        return sending;
    }

    public KeptAppOptions Into(KeptAppOptions options, ParseResult parsed) => options with
    {
        Address = Whole(parsed.GetValue(address)),
        Mail = parsed.GetValue(mail) is { } server && Read(server) is var (host, port)
            ? new MailServer(host, port, parsed.GetValue(from)!, parsed.GetValue(user), environment("KEPT_MAIL_PASSWORD")) { Returns = returns.Of(parsed) }
            : null,
        Notify = NotifyKey.Read(environment(NotifyKeyName)) is { } key && (parsed.GetValue(emailTemplate) ?? parsed.GetValue(textTemplate)) is not null
            ? new NotifyService(Whole(parsed.GetValue(notify)) ?? NotifyService.Live, key, Id(parsed.GetValue(emailTemplate)), Id(parsed.GetValue(textTemplate)))
            : null
    };

    private IEnumerable<string> WrongOfMail(CommandResult parsed)
    {
        if (parsed.GetValue(address) is { } typed && Whole(typed) is null)
        {
            yield return "--address is the whole address, such as https://kept.example";
        }

        if (parsed.GetValue(mail) is not { } server)
        {
            yield break;
        }

        if (Read(server) is null)
        {
            yield return "--mail is a name or a name and a port, such as smtp.example.org:587";
        }

        if (!MailAddress.TryCreate(parsed.GetValue(from), out _))
        {
            yield return "--mail needs --mail-from: the address that mail comes from";
        }

        if (parsed.GetValue(address) is null)
        {
            yield return "--mail needs --address: where families open what they are told of";
        }
    }

    private IEnumerable<string> WrongOfNotify(CommandResult parsed)
    {
        var (emails, texts, url, key) = (parsed.GetValue(emailTemplate), parsed.GetValue(textTemplate), parsed.GetValue(notify), environment(NotifyKeyName));
        if (emails is null && texts is null)
        {
            if (!string.IsNullOrWhiteSpace(key) || url is not null)
            {
                yield return $"{(url is null ? NotifyKeyName : "--notify-url")} needs --notify-email-template, --notify-text-template or both: what GOV.UK Notify is to send";
            }

            yield break;
        }

        foreach (var (option, typed) in new[] { (emailTemplate.Name, emails), (textTemplate.Name, texts) })
        {
            if (typed is not null && Id(typed) is null)
            {
                yield return $"{option} is the template’s number on GOV.UK Notify, such as f33517ff-2a88-4f6e-b855-c550268ce08a";
            }
        }

        if (string.IsNullOrWhiteSpace(key))
        {
            yield return $"GOV.UK Notify needs its key in {NotifyKeyName}";
        }
        else if (NotifyKey.Read(key) is null)
        {
            yield return $"{NotifyKeyName} is not a whole key of GOV.UK Notify: a name, the service’s number and the secret, with hyphens between";
        }

        if (url is not null && !(Whole(url) is { PathAndQuery: "/" } whole && (whole.Scheme is "https" || whole.IsLoopback)))
        {
            yield return "--notify-url begins with https:// and names a machine and nothing more";
        }

        if (emails is not null && parsed.GetValue(mail) is not null)
        {
            yield return "--mail and --notify-email-template both send emails: choose one";
        }

        if (parsed.GetValue(address) is null)
        {
            yield return "GOV.UK Notify needs --address: where families open what they are told of";
        }
    }

    private static Guid? Id(string? typed) => Guid.TryParseExact(typed, "D", out var id) ? id : null;

    private static Uri? Whole(string? typed) => Uri.TryCreate(typed, UriKind.Absolute, out var url) && (url.Scheme is "https" or "http") ? url : null;

    private static (string Host, int Port)? Read(string server)
    {
        var parts = server.Split(':');
        return parts switch
        {
            [{ Length: > 0 } host] => (host, MailServer.SubmissionPort),
            [{ Length: > 0 } host, var port] when ushort.TryParse(port, out var number) && number > 0 => (host, number),
            _ => null
        };
    }
}
