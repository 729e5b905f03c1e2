using System.ComponentModel;
using Kept.Store.Blobs;

namespace Kept.Web.Documents;

/// <summary>Whether a PDF asks for a password. Many are encrypted only to forbid printing, and open for anybody.</summary>
internal static class PdfLook
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task<bool> IsLockedAsync(IncomingBlob came, CancellationToken cancel)
    {
        if (!await Bytes.ContainAsync(came.Content, "/Encrypt"u8.ToArray(), cancel))
        {
            return false;
        }

        try
        {
            using var run = BoundedRun.Start(BoundedRun.Small, "pdfinfo", came.Path);
            var said = await run.ErrorAsync(Longest, cancel);
            return said.Contains("password", StringComparison.OrdinalIgnoreCase);
        }
        catch (Win32Exception)
        {
            // Without poppler nobody here can tell, and nobody could read it either.
            return true;
        }
    }
}
