using System.Text;

namespace Kept.Web.Imports;

/// <summary>Finds how a text file is written: exports come as UTF-8 with and without its mark, as Windows-1252, and from Excel as UTF-16.</summary>
internal static class TextEncodings
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole file once: the first accent may stand on its last line.</summary>
    public static Encoding Of(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[64 * 1024];
        var read = file.ReadAtLeast(bytes, 4, throwOnEndOfStream: false);
        var start = bytes.AsSpan(0, read);
        RefuseOtherKinds(start);
        if (start.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (start.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        return IsUtf8(file, bytes, read) ? Strict : Windows;
    }

    private static void RefuseOtherKinds(ReadOnlySpan<byte> start)
    {
        if (start.Length == 0)
        {
            throw new UnusableFileException("The file is empty.");
        }

        if (start.StartsWith("PK"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new UnusableFileException("This is a workbook, not a CSV file. In Excel choose Save as, then “CSV UTF-8”, and use that file.");
        }

        if (start.StartsWith("%PDF"u8))
        {
            throw new UnusableFileException("This is a PDF. Export the report as CSV instead.");
        }
    }

    private static bool IsUtf8(FileStream file, byte[] bytes, int read)
    {
        var decoder = Strict.GetDecoder();
        var characters = new char[bytes.Length + 1];
        try
        {
            while (read > 0)
            {
                decoder.GetChars(bytes, 0, read, characters, 0, flush: false);
                read = file.Read(bytes);
            }

            decoder.GetChars([], 0, 0, characters, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
