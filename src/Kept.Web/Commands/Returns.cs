using System.CommandLine;
using System.CommandLine.Parsing;
using Kept.Web.Telling;

namespace Kept.Web.Commands;

/// <summary>The options by which a server is told where mail comes back to that could not be delivered.</summary>
internal sealed class Returns(Func<string, string?> environment)
{
    private const string PasswordName = "KEPT_MAIL_RETURNS_PASSWORD";

    /// <summary>The longest that a mailbox is known by, in the database.</summary>
    private const int MostOfAName = 254;

    private readonly Option<string?> mailbox = new("--mail-returns") { Description = "Where mail that could not be delivered comes back to, read by IMAP over TLS. Without a port: 993", HelpName = "imaps://HOST[:PORT]" };

    private readonly Option<string?> user = new("--mail-returns-user") { Description = $"That mailbox’s account; its password stands in {PasswordName}", HelpName = "NAME" };

    public IEnumerable<Option> Options => [mailbox, user];

    /// <summary>Null where nobody reads what comes back.</summary>
    public ReturnsServer? Of(ParseResult parsed) => parsed.GetValue(mailbox) is { } typed && Read(typed) is var (host, port)
        ? new ReturnsServer(host, port, parsed.GetValue(user)!, environment(PasswordName)!)
        : null;

    /// <param name="sendsMail">Whether mail goes out over the school’s server at all.</param>
    public IEnumerable<string> Wrong(CommandResult parsed, bool sendsMail)
    {
        var (where, account, password) = (parsed.GetValue(mailbox), parsed.GetValue(user), environment(PasswordName));
        if (where is null)
        {
            if (account is not null || !string.IsNullOrEmpty(password))
            {
                yield return $"{(account is null ? PasswordName : user.Name)} needs --mail-returns: where mail comes back to";
            }

            yield break;
        }

        if (where.StartsWith("imap://", StringComparison.OrdinalIgnoreCase))
        {
            yield return "--mail-returns begins with imaps://, since the mailbox’s password and mail go over TLS or not at all";
        }
        else if (Read(where) is not var (host, port))
        {
            yield return "--mail-returns is imaps:// and a name, or a name and a port, such as imaps://imap.example.org:993";
        }
        else if (new ReturnsServer(host, port, account ?? "", "").Name.Length > MostOfAName)
        {
            yield return $"--mail-returns and --mail-returns-user have no more than {MostOfAName} characters together";
        }

        if (!sendsMail)
        {
            yield return "--mail-returns needs --mail: what comes back is what Kept sent by it";
        }

        if (string.IsNullOrWhiteSpace(account))
        {
            yield return "--mail-returns needs --mail-returns-user: the mailbox’s account";
        }

        if (string.IsNullOrEmpty(password))
        {
            yield return $"--mail-returns needs the account’s password in {PasswordName}";
        }
    }

    private static (string Host, int Port)? Read(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var url) && url is { Scheme: "imaps", Host.Length: > 0, PathAndQuery: "/" or "", UserInfo: "", Fragment: "", Port: not 0 }
            ? (url.IdnHost, url.Port < 0 ? ReturnsServer.ImapsPort : url.Port)
            : null;
}
