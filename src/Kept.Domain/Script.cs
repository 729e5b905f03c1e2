using System.Buffers;
using System.Text;

namespace Kept.Domain;

/// <summary>
/// In which language words of another script are written, and which way they run: a screen reader and a printer must be told. Languages
/// in Latin letters cannot be told apart by their letters, and are not guessed.
/// </summary>
/// <param name="Language">A BCP 47 tag: "ur".</param>
public sealed record Script(string Language, bool RightToLeft)
{
    /// <summary>Hebrew begins here; Latin, Greek and Cyrillic lie before it and run the same way.</summary>
    private const int FirstBeyondLatin = 0x0590;

    /// <summary>Letters that Urdu has and Arabic has not.</summary>
    private static readonly SearchValues<char> OnlyUrdu = SearchValues.Create("ٹڈڑںےہھگچپژک");

    /// <summary>Whether no letter in it is of another script: such words run on in a line of ours, whatever stands around them.</summary>
    public static bool IsLatin(string text) => !text.EnumerateRunes().Any(letter => letter.Value >= FirstBeyondLatin && Rune.IsLetter(letter));

    /// <summary>Null where the first letter is a Latin one, or there is none.</summary>
    public static Script? Of(string text)
    {
        foreach (var letter in text.Where(char.IsLetter))
        {
            return (int)letter switch
            {
                >= 0x0590 and <= 0x05FF => new Script("he", RightToLeft: true),
                >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF =>
                    new Script(text.AsSpan().ContainsAny(OnlyUrdu) ? "ur" : "ar", RightToLeft: true),
                >= 0x0900 and <= 0x097F => new Script("hi", RightToLeft: false),
                >= 0x0980 and <= 0x09FF => new Script("bn", RightToLeft: false),
                >= 0x0A00 and <= 0x0A7F => new Script("pa", RightToLeft: false),
                >= 0x0A80 and <= 0x0AFF => new Script("gu", RightToLeft: false),
                >= 0x0B80 and <= 0x0BFF => new Script("ta", RightToLeft: false),
                >= 0x0E00 and <= 0x0E7F => new Script("th", RightToLeft: false),
                >= 0x1200 and <= 0x137F => new Script("am", RightToLeft: false),
                _ => null
            };
        }

        return null;
    }
}
