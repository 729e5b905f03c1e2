using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Kept.Domain.Telling;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace Kept.Web.Telling;

/// <summary>How far an inbox has been read. A mail’s number means something only under one validity.</summary>
internal sealed record InboxPlace(uint Validity, uint LastUid);

/// <param name="Reports">What came back, oldest first.</param>
/// <param name="Place">Up to where it was read.</param>
/// <param name="IsMore">Whether more waits.</param>
/// <param name="Trouble">Why it was not read to its end, in a sentence for staff that says nothing of what is in it.</param>
internal sealed record InboxLook(IReadOnlyList<ReturnReport> Reports, InboxPlace Place, bool IsMore = false, string? Trouble = null);

/// <summary>
/// Reads the reports of undelivered mail in an inbox, and nothing else that is in it: of each mail its size and kind is asked, and only a report is fetched. It is opened
/// for reading alone, so that whoever else works with it finds it as they left it.
/// </summary>
internal sealed class ReturnsInbox(ReturnsServer server, IClock clock)
{
    public const int MostBytes = 1024 * 1024;

    private const string TooLate = "The mailbox’s server did not answer in time";
    private const int MostAtOnce = 500;
    private const int MostInOneQuestion = 50;

    /// <summary>Whoever looks first finds what may still count, and a day more, since the server’s days are not ours.</summary>
    private static readonly Duration FirstLook = Dispatch.ComesBackWithin + Duration.FromDays(1);

    /// <summary>Much shorter than the time until the next look.</summary>
    private readonly TimeSpan longest = TimeSpan.FromMinutes(2);

    private readonly RemoteCertificateValidationCallback trusts = (_, _, _, errors) => errors is SslPolicyErrors.None;

    /// <summary>For tests, whose servers have certificates that no machine trusts.</summary>
    internal ReturnsInbox(ReturnsServer server, IClock clock, TimeSpan longest, RemoteCertificateValidationCallback trusts)
        : this(server, clock) => (this.longest, this.trusts) = (longest, trusts);

    /// <summary>What has come since. Throws only when it is cancelled.</summary>
    public async Task<InboxLook> LookAsync(InboxPlace from, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longest);
        var reading = new Reading(from);
        try
        {
            return reading.Ended(await ReadAsync(reading, limit.Token));
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is not OutOfMemoryException)
        {
            // No word of the exception: it may hold what the server said. What the end of our patience looks like depends on what it interrupts.
            return reading.Ended(isMore: false, limit.IsCancellationRequested ? TooLate : Trouble(e));
        }
    }

    private async Task<bool> ReadAsync(Reading reading, CancellationToken cancel)
    {
        // The certificate must be one that the machine trusts; whether it was withdrawn meanwhile is asked of nobody, as for the mail server.
        // Our own patience ends first: where the client’s does, a handshake that nobody answered reads like a certificate that is not trusted.
        using var client = new ImapClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trusts, Timeout = (int)(longest * 2).TotalMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.SslOnConnect, cancel);
        await client.AuthenticateAsync(new NetworkCredential(server.User, server.Password), cancel);
        var inbox = client.Inbox ?? throw new FolderNotFoundException("INBOX");
        await inbox.OpenAsync(FolderAccess.ReadOnly, cancel);
        reading.Under(inbox.UidValidity);

        var fresh = await inbox.SearchAsync(Since(reading.Place), cancel);
        var waiting = fresh.Where(uid => uid.Id > reading.Place.LastUid).Order().ToList();
        foreach (var some in waiting.Take(MostAtOnce).Chunk(MostInOneQuestion))
        {
            var reports = await ReportsAmongAsync(inbox, some, cancel);
            foreach (var uid in some)
            {
                reading.Read(uid, reports.Contains(uid) ? await ReportAsync(inbox, uid, cancel) : null);
            }
        }

        await client.DisconnectAsync(quit: true, cancel);
        return waiting.Count > MostAtOnce;
    }

    private SearchQuery Since(InboxPlace place) => place.LastUid == 0
        ? SearchQuery.DeliveredAfter((clock.GetCurrentInstant() - FirstLook).ToDateTimeUtc())
        : SearchQuery.Uids(new UniqueIdRange(new UniqueId(place.LastUid), UniqueId.MaxValue));

    /// <summary>First how large each is, then of the small ones what kind.</summary>
    private static async Task<HashSet<UniqueId>> ReportsAmongAsync(IMailFolder inbox, IList<UniqueId> uids, CancellationToken cancel)
    {
        var sizes = await inbox.FetchAsync(uids, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size), cancel);
        var small = sizes.Where(mail => mail.Size <= MostBytes).Select(mail => mail.UniqueId).ToList();
        if (small.Count == 0)
        {
            return [];
        }

        var kinds = await inbox.FetchAsync(small, new FetchRequest(MessageSummaryItems.UniqueId, [HeaderId.ContentType]), cancel);
        return [.. kinds.Where(mail => ContentType.TryParse(mail.Headers?[HeaderId.ContentType] ?? "", out var kind) && kind.IsMimeType("multipart", "report")).Select(mail => mail.UniqueId)];
    }

    /// <summary>Null where it is gone meanwhile, or the server cannot give it: the others are read all the same.</summary>
    private static async Task<ReturnReport?> ReportAsync(IMailFolder inbox, UniqueId uid, CancellationToken cancel)
    {
        try
        {
            await using var words = await inbox.GetStreamAsync(uid, 0, MostBytes, cancel);
            return Read(words, cancel);
        }
        catch (Exception e) when (e is MessageNotFoundException or ImapCommandException)
        {
            return null;
        }
    }

    /// <summary>Anybody may have written it: whatever a reader of mail stumbles over in it, it is nothing then.</summary>
    private static ReturnReport? Read(Stream words, CancellationToken cancel)
    {
        try
        {
            return ReturnReport.Read(MimeMessage.Load(words, cancel));
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return null;
        }
    }

    private static string Trouble(Exception e) => e switch
    {
        TimeoutException => TooLate,
        SslHandshakeException => "The mailbox’s server does not speak TLS here, or has a certificate that this machine does not trust",
        AuthenticationException => "The mailbox’s server refused the account or its password",
        NotSupportedException => "The mailbox’s server lets nobody in by a password",
        FolderNotFoundException or ImapCommandException => "The mailbox’s server would not open the inbox",
        SocketException => "The mailbox’s server could not be reached",
        IOException or ProtocolException or ServiceNotConnectedException => "The connection to the mailbox’s server broke",
        _ => $"Something went wrong in Kept while it read the mailbox ({e.GetType().Name})"
    };

    /// <summary>What has been read so far: it counts even if the connection breaks at the next mail.</summary>
    private sealed class Reading(InboxPlace from)
    {
        private readonly List<ReturnReport> reports = [];

        public InboxPlace Place { get; private set; } = from;

        /// <summary>Under another validity the numbers mean other mails.</summary>
        public void Under(uint validity) => Place = validity == Place.Validity ? Place : new InboxPlace(validity, 0);

        public void Read(UniqueId uid, ReturnReport? report)
        {
            if (report is not null)
            {
                reports.Add(report);
            }

            Place = Place with { LastUid = uid.Id };
        }

        public InboxLook Ended(bool isMore, string? trouble = null) => new(reports, Place, isMore, trouble);
    }
}
