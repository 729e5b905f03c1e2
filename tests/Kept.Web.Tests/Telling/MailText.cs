using System.Text;

namespace Kept.Web.Tests.Telling;

/// <summary>Reads what a mail says: its parts are packed for the way.</summary>
internal static class MailText
{
    public static string Of(string mail)
    {
        var text = new StringBuilder();
        foreach (var part in mail.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var packed = part.Split("\n--")[0].Replace("\n", "", StringComparison.Ordinal);
            var bytes = new byte[packed.Length];
            text.AppendLine(Convert.TryFromBase64String(packed, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : part);
        }

        return text.ToString();
    }
}
