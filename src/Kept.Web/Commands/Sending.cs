using System.CommandLine;
using System.Net.Mail;
using Kept.Web.Hosting;
using Kept.Web.Telling;

namespace Kept.Web.Commands;

/// <summary>The options by which a server is told how families are reached.</summary>
internal sealed class Sending
{
    private readonly Option<string?> address = new("--address") { Description = "Where families open Kept, for what is sent to them: https://kept.example", HelpName = "URL" };

    private readonly Option<string?> mail = new("--mail") { Description = "The school’s mail server, spoken to over STARTTLS. Without a port: 587", HelpName = "HOST[:PORT]" };

    private readonly Option<string?> from = new("--mail-from") { Description = "The address that mail comes from", HelpName = "ADDRESS" };

    private readonly Option<string?> user = new("--mail-user") { Description = "The mail server’s account; its password stands in KEPT_MAIL_PASSWORD", HelpName = "NAME" };

    public static Sending On(Command command)
    {
        var sending = new Sending();
        command.Options.Add(sending.address);
        command.Options.Add(sending.mail);
        command.Options.Add(sending.from);
        command.Options.Add(sending.user);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(sending.address) is { } typed && Whole(typed) is null)
            {
                parsed.AddError("--address is the whole address, such as https://kept.example");
            }

            if (parsed.GetValue(sending.mail) is { } server)
            {
                if (Read(server) is null)
                {
                    parsed.AddError("--mail is a name or a name and a port, such as smtp.example.org:587");
                }

                if (!MailAddress.TryCreate(parsed.GetValue(sending.from), out _))
                {
                    parsed.AddError("--mail needs --mail-from: the address that mail comes from");
                }

                if (parsed.GetValue(sending.address) is null)
                {
                    parsed.AddError("--mail needs --address: where families open what they are told of");
                }
            }
        });
        return sending;
    }

    public KeptAppOptions Into(KeptAppOptions options, ParseResult parsed) => options with
    {
        Address = Whole(parsed.GetValue(address)),
        Mail = parsed.GetValue(mail) is { } server && Read(server) is var (host, port)
            ? new MailServer(host, port, parsed.GetValue(from)!, parsed.GetValue(user), Environment.GetEnvironmentVariable("KEPT_MAIL_PASSWORD"))
            : null
    };

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
