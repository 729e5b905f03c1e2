using System.Text;
using System.Text.RegularExpressions;

namespace Kept.Web.Documents.Reading;

/// <summary>
/// The words of an email saved as .eml: who wrote to whom about what, and its text parts (RFC 5322, 2045 to 2047). Attachments are
/// named and not read: what matters of them is added as a document of its own.
/// </summary>
internal static partial class EmailText
{
    private const int MostDepth = 10;
    private const int MostParts = 200;

    private static readonly string[] Shown = ["Subject", "From", "To", "Cc", "Date"];

    public static void Read(byte[] message, Words words)
    {
        // One byte is one letter here; each part is decoded by its own writing.
        var (headers, body) = Split(Encoding.Latin1.GetString(message));
        foreach (var name in Shown.Where(headers.ContainsKey))
        {
            words.Add(Decoded(headers[name]));
            words.Line();
        }

        var parts = 0;
        ReadPart(headers, body, words, depth: 0, ref parts);
    }

    private static void ReadPart(Dictionary<string, string> headers, string body, Words words, int depth, ref int parts)
    {
        if (depth > MostDepth || ++parts > MostParts || words.IsFull)
        {
            return;
        }

        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Parameter(type, "boundary") is { Length: > 0 } boundary)
        {
            foreach (var part in Parts(body, boundary, isAlternative: type.StartsWith("multipart/alternative", StringComparison.OrdinalIgnoreCase)))
            {
                ReadPart(part.Headers, part.Body, words, depth + 1, ref parts);
            }
        }
        else if (type.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase))
        {
            var (inner, text) = Split(body);
            words.Add(Decoded(inner.GetValueOrDefault("Subject", "")));
            words.Line();
            ReadPart(inner, text, words, depth + 1, ref parts);
        }
        else if (headers.GetValueOrDefault("Content-Disposition", "").StartsWith("attachment", StringComparison.OrdinalIgnoreCase))
        {
            words.Add(Decoded(Parameter(headers["Content-Disposition"], "filename") ?? ""));
            words.Line();
        }
        else if (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
        {
            var text = PlainText.Of(Bytes(body, headers.GetValueOrDefault("Content-Transfer-Encoding", "")), Parameter(type, "charset"));
            if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
            {
                PageText.Read(text, words);
            }
            else
            {
                words.Add(text);
            }

            words.Line();
        }
    }

    /// <summary>Of alternatives the plainest is enough: they say the same.</summary>
    private static IEnumerable<(Dictionary<string, string> Headers, string Body)> Parts(string body, string boundary, bool isAlternative)
    {
        var parts = ("\n" + body).Split("\n--" + boundary).Skip(1)
            .TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .Take(MostParts)
            .Select(part => Split(part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        return isAlternative
            ? parts.OrderBy(p => p.Headers.GetValueOrDefault("Content-Type", "text/plain").StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? 0 : 1).Take(1)
            : parts;
    }

    /// <summary>Headers, whose folded lines are joined, and the body after the first empty line.</summary>
    private static (Dictionary<string, string> Headers, string Body) Split(string message)
    {
        var lines = message.ReplaceLineEndings("\n");
        var end = lines.StartsWith('\n') ? 0 : lines.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? lines : lines[..end];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return (headers, end < 0 ? "" : lines[(end + (lines.StartsWith('\n') ? 1 : 2))..]);
    }

    private static byte[] Bytes(string body, string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        "base64" => OfBase64(body),
        "quoted-printable" => OfQuoted(body, isHeader: false),
        _ => Encoding.Latin1.GetBytes(body)
    };

    private static byte[] OfBase64(string letters)
    {
        var bytes = new byte[letters.Length];
        return Convert.TryFromBase64String(letters, bytes, out var length) ? bytes[..length] : [];
    }

    private static byte[] OfQuoted(string letters, bool isHeader)
    {
        using var bytes = new MemoryStream(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] is '=' && i + 1 < letters.Length && letters[i + 1] is '\n')
            {
                i++;
            }
            else if (letters[i] is '=' && i + 2 < letters.Length && char.IsAsciiHexDigit(letters[i + 1]) && char.IsAsciiHexDigit(letters[i + 2]))
            {
                bytes.WriteByte(Convert.FromHexString(letters.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                bytes.WriteByte(isHeader && letters[i] is '_' ? (byte)' ' : (byte)letters[i]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>"=?utf-8?q?Caf=C3=A9?=" is "Café"; what is written plainly may be UTF-8.</summary>
    private static string Decoded(string header) => EncodedWord().Replace(
        PlainText.Of(Encoding.Latin1.GetBytes(header)),
        word => PlainText.Of(
            word.Groups["how"].Value is "b" or "B" ? OfBase64(word.Groups["letters"].Value) : OfQuoted(word.Groups["letters"].Value, isHeader: true),
            word.Groups["charset"].Value));

    private static string? Parameter(string header, string name) =>
        ParameterOf().Matches(header).FirstOrDefault(m => m.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Groups["quoted"].Success ? found.Groups["quoted"].Value : found.Groups["plain"].Value
            : null;

    [GeneratedRegex(@"=\?(?<charset>[^?*]+)(\*[^?]*)?\?(?<how>[bBqQ])\?(?<letters>[^?]*)\?=(\s+(?==\?))?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("""[;\s](?<name>[A-Za-z*\-]+)=("(?<quoted>[^"]*)"|(?<plain>[^;\s]+))""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ParameterOf();
}
