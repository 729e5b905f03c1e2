using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using Kept.Domain.Telling;

namespace Kept.Web.Telling;

/// <summary>
/// Hands mail to the school's server. What matters most is to know, when it goes wrong, whether it can have gone out: before the server asked for the words it
/// cannot; after that, only the server's own answer tells.
/// </summary>
internal sealed class SmtpSender(MailServer server) : ISender
{
    private const int FirstOfPermanent = 500;

    /// <summary>Shorter than <see cref="Dispatch.Lease"/>: who holds it still lives when it ends.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly TimeSpan longest = Longest;

    internal SmtpSender(MailServer server, TimeSpan longest)
        : this(server) => this.longest = longest;

    public WayToTell Way => WayToTell.Email;

    public async Task<Sending> SendAsync(Outgoing what, CancellationToken cancel)
    {
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = true };
        if (server.User is not null)
        {
            client.Credentials = new NetworkCredential(server.User, server.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longest);
        using var words = new ToldWhenRead(Encoding.UTF8.GetBytes(Plain(what)));
        try
        {
            using var message = Message(what, words);
            await client.SendMailAsync(message, limit.Token);
            return new Sending(SendingEnd.Taken);
        }
        catch (SmtpFailedRecipientException e)
        {
            return Permanent(e) ? new Sending(SendingEnd.Refused, $"The mail server says that it cannot deliver to this address ({(int)e.StatusCode})") : Later(e);
        }
        catch (SmtpException e) when (words.WasRead && e.StatusCode is not SmtpStatusCode.GeneralFailure)
        {
            return Permanent(e) ? new Sending(SendingEnd.Refused, $"The mail server refused the message ({(int)e.StatusCode})") : Later(e);
        }
        catch (Exception e) when (words.WasRead && e is SmtpException or OperationCanceledException or IOException or InvalidOperationException)
        {
            return new Sending(SendingEnd.Unclear, "The connection broke just after it was handed over");
        }
        catch (SmtpException e) when (e.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage)
        {
            return Later(e);
        }
        catch (SmtpException e)
        {
            return new Sending(SendingEnd.Unreachable, e.StatusCode is not SmtpStatusCode.GeneralFailure ? $"The mail server would not take mail ({(int)e.StatusCode})" : "The mail server could not be reached");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Sending(SendingEnd.Unreachable, "The mail server did not answer in time");
        }
        catch (FormatException)
        {
            return new Sending(SendingEnd.Refused, "This is not an email address");
        }
    }

    private static bool Permanent(SmtpException e) => (int)e.StatusCode >= FirstOfPermanent;

    private static Sending Later(SmtpException e) => new(SendingEnd.Later, $"The mail server asked to try again later ({(int)e.StatusCode})");

    private MailMessage Message(Outgoing what, Stream words)
    {
        var message = new MailMessage { From = new MailAddress(server.From, what.FromName), Subject = what.Subject, SubjectEncoding = Encoding.UTF8 };
        message.To.Add(new MailAddress(what.To));
        message.Headers.Add("Message-ID", $"<{what.Reference}@{new MailAddress(server.From).Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(new AlternateView(words, new ContentType(MediaTypeNames.Text.Plain) { CharSet = "utf-8" }));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(Html(what), Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    private static string Plain(Outgoing what) => string.Join("\r\n\r\n", what.Paragraphs.Select(paragraph => paragraph.Replace("\n", "\r\n", StringComparison.Ordinal))) + "\r\n";

    /// <summary>For the direction of the script, and letters of a readable size: 18 point where the carer chose large print.</summary>
    private static string Html(Outgoing what)
    {
        var style = $"font:{(what.Formats.LargePrint ? "18pt" : "18px")}/1.5 sans-serif;max-width:36em{(what.Formats.HighContrast ? ";color:#000;background:#fff" : "")}";
        var html = new StringBuilder($"<!doctype html><html lang=\"{what.Lang}\" dir=\"{what.Direction}\"><body style=\"{style}\">");
        foreach (var paragraph in what.Paragraphs)
        {
            var text = string.Join("<br>", paragraph.Split('\n').Select(HtmlEncoder.Default.Encode));
            html.Append(Uri.IsWellFormedUriString(paragraph, UriKind.Absolute) ? $"<p dir=\"ltr\"><a href=\"{text}\">{text}</a></p>" : $"<p>{text}</p>");
        }

        return html.Append("</body></html>").ToString();
    }
}

/// <summary>Remembers whether anybody has begun to read it: the mail server has asked for the words then.</summary>
internal sealed class ToldWhenRead(byte[] content) : MemoryStream(content, writable: false)
{
    public bool WasRead { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        WasRead = true;
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        WasRead = true;
        return base.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        WasRead = true;
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        WasRead = true;
        return base.ReadAsync(buffer, cancellationToken);
    }

    public override void CopyTo(Stream destination, int bufferSize)
    {
        WasRead = true;
        base.CopyTo(destination, bufferSize);
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        WasRead = true;
        return base.CopyToAsync(destination, bufferSize, cancellationToken);
    }
}
