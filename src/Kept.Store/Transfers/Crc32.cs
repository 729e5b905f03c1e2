namespace Kept.Store.Transfers;

/// <summary>The checksum that a ZIP archive asks for. It proves nothing; the digests in the manifest do.</summary>
internal static class Crc32
{
    public const uint Start = 0;

    private const uint Reversed = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Over(ReadOnlySpan<byte> bytes, uint before = Start)
    {
        var crc = ~before;
        foreach (var one in bytes)
        {
            crc = Table[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Entry(int at)
    {
        var crc = (uint)at;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? Reversed ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
