namespace Kept.Domain.Documents;

/// <summary>
/// Knows recordings by how they begin, as phones and old recorders make them. A film begins like a recording in some of these: whoever keeps the file looks for
/// a picture in it too. Sources: ISO 14496-12 and its register of brands, RFC 3533, 3867 and 4867, ID3v2, ISO 11172-3, the WebM container's specification.
/// </summary>
public static class SoundHead
{
    /// <summary>The box of an MP4 that says that a track of it is moving pictures (ISO 14496-12, 8.4.3).</summary>
    public static ReadOnlyMemory<byte> MovingPictures { get; } = new([.. "hdlr"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "vide"u8]);

    private static readonly byte[] WebM = [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>What phones write before sound, "isom" and "mp42" also before films.</summary>
    private static readonly string[] Mp4Brands = ["M4A ", "M4B ", "mp41", "mp42", "isom", "iso2", "iso4", "iso5", "iso6", "dash", "MSNV"];

    /// <summary>Null where it is no recording that Kept knows.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("#!AMR\n"u8) || head.StartsWith("#!AMR-WB\n"u8) ? FileKind.Amr
        : head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WAVE"u8) ? FileKind.Wav
        : head.StartsWith("OggS"u8) && IsSoundInOgg(head) ? FileKind.Ogg
        : head.StartsWith(WebM) && IsSoundInWebM(head) ? FileKind.WebM
        : head.StartsWith("ID3"u8) || IsMp3Frame(head) ? FileKind.Mp3
        : OfMp4(head);

    private static bool IsSoundInOgg(ReadOnlySpan<byte> head) =>
        head.IndexOf("theora"u8) < 0
        && (head.IndexOf("OpusHead"u8) >= 0 || head.IndexOf("\u0001vorbis"u8) >= 0 || head.IndexOf("Speex   "u8) >= 0 || head.IndexOf("\u007FFLAC"u8) >= 0);

    /// <summary>A picture's track has a codec whose name begins with V_.</summary>
    private static bool IsSoundInWebM(ReadOnlySpan<byte> head) =>
        head.IndexOf("webm"u8) >= 0 && head.IndexOf("V_VP"u8) < 0 && head.IndexOf("V_AV1"u8) < 0;

    /// <summary>The eleven bits of a frame's beginning, layer III, and neither a bit rate nor a sample rate that there is not.</summary>
    private static bool IsMp3Frame(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2 && (head[1] & 0x18) != 0x08 && (head[2] & 0xF0) is not (0xF0 or 0x00) && (head[2] & 0x0C) != 0x0C;

    private static FileKind? OfMp4(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8))
        {
            return null;
        }

        var brand = System.Text.Encoding.Latin1.GetString(head.Slice(8, 4));
        return brand.StartsWith("3gp", StringComparison.Ordinal) || brand.StartsWith("3g2", StringComparison.Ordinal) ? FileKind.ThreeGp
            : Mp4Brands.Contains(brand) ? FileKind.M4a
            : null;
    }
}
