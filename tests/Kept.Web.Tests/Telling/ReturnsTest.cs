using System.Text;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Hosting;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>Its own worker looks into a mailbox that is not there; those of the tests each into one of their own.</summary>
public sealed class ReturnsHost(Template template) : TellingHost(template)
{
    protected override KeptAppOptions Options => base.Options is var options ? options with { Mail = options.Mail! with { Returns = new ReturnsServer("localhost", 1, "kept", "secret") } } : null!;
}

/// <summary>Mail goes out by a real mail server, and what becomes of it comes back into a real mailbox.</summary>
public abstract class ReturnsTest(ReturnsHost host, MailServerProcess server, MailboxProcess mailbox) : TellingTest(host, server), IClassFixture<ReturnsHost>, IClassFixture<MailboxProcess>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected MailboxProcess Mailbox => mailbox;

    private protected ReturnsMailboxes Mailboxes => new(Host.Place.Database, Clock);

    /// <summary>Both parents have been mailed that something waits.</summary>
    protected async Task<(TestPerson Mother, TestPerson Father, Dispatch Hers, Dispatch His)> BothAreMailedAsync()
    {
        var (mother, father) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "Leo finds the mornings hard");
        await PassGraceAndTellAsync();
        return (mother, father, Assert.Single(await Host.DispatchesAsync(mother)), Assert.Single(await Host.DispatchesAsync(father)));
    }

    /// <summary>The Message-ID as the mail server got it.</summary>
    protected string MessageIdOf(Dispatch sent) =>
        Assert.Single(Server.Kept.Select(mail => Loaded(mail).MessageId), id => id?.StartsWith(sent.Id.ToString(), StringComparison.Ordinal) is true)!;

    /// <summary>As Postfix writes it; with something behind it, where it is to be large.</summary>
    protected static MimeMessage Report(string messageId, string address, string action = "failed", string status = "5.1.1", int extra = 0) => Loaded(
        $"""
        From: MAILER-DAEMON@mx.example (Mail Delivery System)
        To: kept@hillview.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example
        Arrival-Date: Tue,  5 May 2026 09:00:00 +0100 (BST)

        Final-Recipient: rfc822; {address}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} no such user

        --b
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        From: Hillview School <kept@hillview.example>
        Message-ID: <{messageId}>
        Subject: Something new from Hillview School

        --b--
        {new string('.', extra)}
        """);

    protected static MimeMessage Loaded(string mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"))), Cancel);

    /// <summary>One node’s reader; several may look into the same mailbox.</summary>
    private protected ReturnsReader Reader(ReturnsServer box, int? port = null) => new(
        box, Server.Address.From, new ReturnsInbox(port is { } other ? box with { Port = other } : box, Clock, Patience, mailbox.Trusts), Mailboxes, new ReturnedMail(Host.Place.Database, Clock),
        Host.Teller(Sender), NullLogger<ReturnsReader>.Instance);

    /// <summary>The next look, when it is due.</summary>
    private protected async Task LookAsync(ReturnsServer box)
    {
        Clock.Pass(ReturnsMailboxes.BetweenLooks);
        await Reader(box).LookAsync(Cancel);
    }

    protected async Task<(WayToTell Way, DispatchState State)[]> WaysOfAsync(TestPerson carer) => [.. (await Host.DispatchesAsync(carer)).Select(d => (d.Way, d.State))];
}
