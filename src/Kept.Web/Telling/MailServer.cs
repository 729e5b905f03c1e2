namespace Kept.Web.Telling;

/// <summary>The school's mail server. It is always spoken to over STARTTLS.</summary>
/// <param name="From">The address that families see.</param>
/// <param name="User">Null where the server takes mail from this machine without.</param>
public sealed record MailServer(string Host, int Port, string From, string? User = null, string? Password = null)
{
    public const int SubmissionPort = 587;

    /// <summary>Where mail that could not be delivered comes back to; null where nobody reads it.</summary>
    public ReturnsServer? Returns { get; init; }
}

/// <summary>The mailbox of the address that mail comes from, as IMAP gives it, over TLS from the first byte.</summary>
public sealed record ReturnsServer(string Host, int Port, string User, string Password)
{
    public const int ImapsPort = 993;

    /// <summary>By which all nodes mean the same mailbox: "kept@school.example@imap.school.example:993".</summary>
    public string Name => $"{User}@{Host}:{Port}";
}
