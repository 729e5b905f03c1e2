using System.ComponentModel;

namespace Kept.Web.Documents.Reading;

/// <summary>The words of a PDF, by poppler’s pdftotext.</summary>
internal static class PdfText
{
    private const int Stretch = 32 * 1024;

    public static string? Read(string path, Words words)
    {
        try
        {
            using var run = BoundedRun.Start(BoundedRun.Small, "pdftotext", "-nopgbrk", "-enc", "UTF-8", path, "-");
            var said = run.Process.StandardError.ReadToEndAsync();
            var stretch = new char[Stretch];
            while (!words.IsFull && run.Process.StandardOutput.Read(stretch, 0, Stretch) is > 0 and var read)
            {
                words.Add(new string(stretch, 0, read));
            }

            if (words.IsFull)
            {
                return null;
            }

            run.Process.WaitForExit();
            return run.Process.ExitCode is 0 || words.All is not null ? null
                : said.Result.Contains("password", StringComparison.OrdinalIgnoreCase) ? "it is locked with a password"
                : "the file is damaged, or asks for too much of the machine";
        }
        catch (Win32Exception)
        {
            return "this machine has no pdftotext (install poppler-utils)";
        }
    }
}
