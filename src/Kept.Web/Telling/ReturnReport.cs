using MimeKit;

namespace Kept.Web.Telling;

/// <summary>One address to which a mail server could not deliver.</summary>
/// <param name="Addresses">As it was written to, and as it was at the end.</param>
/// <param name="Status">"5.1.1"; empty where the report does not say.</param>
internal sealed record ReturnedTo(IReadOnlyList<string> Addresses, string Status)
{
    /// <summary>Why, in a sentence for staff. What the server wrote in words is not shown: whoever sends a false report would write to staff.</summary>
    public string Problem => "The email came back" + (Status.Split('.') is [_, var subject, var detail] ? $": {InWords(subject, detail)} ({Status})" : "");

    /// <summary>The words of RFC 3463.</summary>
    private static string InWords(string subject, string detail) => (subject, detail) switch
    {
        ("2", "2") => "the mailbox is full",
        ("2", "1") => "the mailbox is switched off",
        ("1", _) or ("2", _) => "there is no such mailbox",
        ("4", _) => "its mail server could not be reached for days",
        ("7", _) => "its mail server does not take mail from this school",
        _ => "its mail server could not deliver it"
    };
}

/// <summary>What a mail server says that it could not deliver (RFC 3464).</summary>
/// <param name="MessageId">Of the mail that went out, as the report carries it.</param>
internal sealed record ReturnReport(string MessageId, IReadOnlyList<ReturnedTo> Failed)
{
    private const int MostRecipients = 20;

    /// <summary>Null for everything that is no report of a failure: other mail, a delay, a success, and what is broken.</summary>
    public static ReturnReport? Read(MimeMessage mail)
    {
        if (mail.Body is not Multipart report || !report.ContentType.IsMimeType("multipart", "report")
            || !string.Equals(report.ContentType.Parameters["report-type"], "delivery-status", StringComparison.OrdinalIgnoreCase)
            || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status
            || report.OfType<MessagePart>().FirstOrDefault()?.Message?.MessageId is not { Length: > 0 } id)
        {
            return null;
        }

        // The first group is about the server; each other is about one address.
        var failed = status.StatusGroups.Skip(1).Take(MostRecipients).Where(HasFailed)
            .Select(group => new ReturnedTo([.. new[] { Address(group["Original-Recipient"]), Address(group["Final-Recipient"]) }.OfType<string>()], Status(group)))
            .ToList();
        return failed.Count == 0 ? null : new ReturnReport(id, failed);
    }

    private static bool HasFailed(HeaderList group) => string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase);

    /// <summary>"rfc822; laura@home.example" is an address; what is of another kind is none.</summary>
    private static string? Address(string? field) =>
        field?.Split(';', 2) is [var kind, var address] && kind.Trim() is var of && (of.Equals("rfc822", StringComparison.OrdinalIgnoreCase) || of.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? address.Trim().Trim('<', '>')
            : null;

    private static string Status(HeaderList group)
    {
        var said = group["Status"]?.Trim().Split(' ')[0] ?? "";
        return said.Split('.') is { Length: 3 } parts && Array.TrueForAll(parts, part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit)) ? said : "";
    }
}
