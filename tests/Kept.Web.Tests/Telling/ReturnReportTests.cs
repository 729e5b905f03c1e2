using System.Text;
using Kept.Web.Telling;
using MimeKit;

namespace Kept.Web.Tests.Telling;

/// <summary>Of all that comes into a mailbox, only a mail server’s word that it could not deliver counts.</summary>
public sealed class ReturnReportTests
{
    private const string Id = "0198c7a0-0000-7000-8000-000000000001@hillview.example";

    [Theory]
    [InlineData("rfc822;laura@home.example", "failed", "5.1.1", "message/rfc822", "5.1.1")]
    [InlineData("rfc822; laura@home.example", "Failed", "5.1.10", "message/rfc822", "5.1.10")]
    [InlineData("RFC822; <laura@home.example>", "failed", "4.4.1 (no answer)", "text/rfc822-headers", "4.4.1")]
    [InlineData("rfc822;laura@home.example", "failed", "five", "text/rfc822-headers", "")]
    public void A_failure_names_what_went_out_to_whom_and_why(string recipient, string action, string status, string original, string read)
    {
        var report = ReturnReport.Read(Mail(recipient, action, status, original));

        Assert.Equal(Id, report?.MessageId);
        var failed = Assert.Single(report!.Failed);
        Assert.Equal(["laura@home.example"], failed.Addresses);
        Assert.Equal(read, failed.Status);
    }

    [Theory]
    [InlineData("delayed", "4.4.1", "delivery-status", "message/rfc822")]
    [InlineData("delivered", "2.0.0", "delivery-status", "message/rfc822")]
    [InlineData("relayed", "2.0.0", "delivery-status", "message/rfc822")]
    [InlineData("failed", "5.1.1", "disposition-notification", "message/rfc822")]
    [InlineData("failed", "5.1.1", "delivery-status", "text/plain")]
    public void What_is_no_failure_or_does_not_say_of_what_is_nothing(string action, string status, string kind, string original) =>
        Assert.Null(ReturnReport.Read(Mail("rfc822;laura@home.example", action, status, original, kind)));

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\nSubject: Away\n\nI am on holiday.")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status\n\nNo parts.")]
    public void Other_mail_and_broken_mail_is_nothing(string mail) => Assert.Null(ReturnReport.Read(Loaded(mail)));

    private static MimeMessage Mail(string recipient, string action, string status, string original, string kind = "delivery-status") => Loaded(
        $"""
        From: MAILER-DAEMON@mx.example
        To: kept@hillview.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type={kind}; boundary="b"

        --b
        Content-Type: text/plain

        I could not deliver it.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: {recipient}
        Action: {action}
        Status: {status}

        --b
        Content-Type: {original}

        From: kept@hillview.example
        Message-ID: <{Id}>
        Subject: Hillview School

        --b--
        """);

    private static MimeMessage Loaded(string mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"))), TestContext.Current.CancellationToken);
}
