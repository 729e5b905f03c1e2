namespace Kept.Web.Telling;

/// <summary>The school's mail server. It is always spoken to over STARTTLS.</summary>
/// <param name="From">The address that families see.</param>
/// <param name="User">Null where the server takes mail from this machine without.</param>
public sealed record MailServer(string Host, int Port, string From, string? User = null, string? Password = null)
{
    public const int SubmissionPort = 587;
}
