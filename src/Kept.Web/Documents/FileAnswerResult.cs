using Kept.Domain.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Kept.Web.Documents;

/// <summary>
/// Hands out a file that a stranger may have made. Nothing in it can act as a page of ours: its type is said and not guessed, and
/// its own content policy shuts it into a box without scripts, forms or our address.
/// </summary>
internal static class FileAnswerResult
{
    private const string Boxed = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>A browser's own PDF viewer is a page that cannot run in the box; a PDF is not run by the page it is in.</summary>
    private const string Viewer = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    /// <summary>To be saved; never shown, and nothing that a browser would open by a double click later.</summary>
    public static IActionResult AsFile(HttpResponse response, Stream content, FileKind kind, string name)
    {
        response.Headers.ContentSecurityPolicy = Boxed;
        Dispose(response, "attachment", kind.Named(name));
        return new FileStreamResult(content, kind.MediaType()) { EnableRangeProcessing = true };
    }

    /// <summary>To be looked at in the browser, for the few kinds that are safe there.</summary>
    public static IActionResult AsPreview(HttpResponse response, Stream content, FileKind kind, string name)
    {
        response.Headers.ContentSecurityPolicy = kind is FileKind.Pdf ? Viewer : Boxed;
        Dispose(response, "inline", kind.Named(name));
        return new FileStreamResult(content, kind.MediaType()) { EnableRangeProcessing = true };
    }

    private static void Dispose(HttpResponse response, string how, string name)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
