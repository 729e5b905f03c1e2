namespace Kept.Domain.Telling;

/// <summary>How many texts a telephone network makes of one (3GPP TS 23.038 and 23.040), and bills.</summary>
public static class TextLength
{
    /// <summary>More is not sent to anybody who only has to know that something waits.</summary>
    public const int MostSegments = 3;

    private const int AloneInSevenBits = 160;
    private const int OfSeveralInSevenBits = 153;
    private const int AloneInSixteenBits = 70;
    private const int OfSeveralInSixteenBits = 67;

    private const string SevenBits =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each takes the room of two.</summary>
    private const string SevenBitsTwice = "^{}\\[~]|€";

    /// <summary>What services write in seven bits all the same: ' for ’, - for –.</summary>
    private const string WrittenPlainly = "‘’“”–—";

    public static int Segments(string text) =>
        text.All(c => SevenBits.Contains(c) || SevenBitsTwice.Contains(c) || WrittenPlainly.Contains(c))
            ? Of(text.Length + text.Count(SevenBitsTwice.Contains), AloneInSevenBits, OfSeveralInSevenBits)
            : Of(text.Length, AloneInSixteenBits, OfSeveralInSixteenBits);

    private static int Of(int length, int alone, int ofSeveral) => length <= alone ? 1 : (length + ofSeveral - 1) / ofSeveral;
}
