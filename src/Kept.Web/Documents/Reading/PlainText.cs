using System.Text;

namespace Kept.Web.Documents.Reading;

/// <summary>Letters of unknown writing: UTF-8 and UTF-16 by their marks, UTF-8 where it can be that, else Windows-1252.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.StartsWith(marked.Preamble))
            {
                return marked.GetString(bytes[marked.Preamble.Length..]);
            }
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    /// <summary>As <see cref="Of"/>, where the writing is named: "iso-8859-1".</summary>
    public static string Of(ReadOnlySpan<byte> bytes, string? charset)
    {
        try
        {
            return string.IsNullOrWhiteSpace(charset) ? Of(bytes)
                : (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Of(bytes);
        }
    }
}
