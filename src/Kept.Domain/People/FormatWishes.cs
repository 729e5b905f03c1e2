namespace Kept.Domain.People;

/// <summary>
/// In which form a carer reads what the school writes: chosen once, honoured on pages, in letters and in packs. That it comes as a printed letter is a way
/// of being told (<see cref="ContactMethod.Letter"/>).
/// </summary>
/// <param name="LargePrint">18 point and more.</param>
/// <param name="HighContrast">Black on white, with strong edges.</param>
/// <param name="EasyRead">One idea a line, a symbol beside each heading, the rest folded away.</param>
/// <param name="ReadAloud">The page can read itself out.</param>
public sealed record FormatWishes(bool LargePrint = false, bool HighContrast = false, bool EasyRead = false, bool ReadAloud = false)
{
    public static FormatWishes Ordinary { get; } = new();

    public bool IsOrdinary => this == Ordinary;

    /// <summary>"large print, easy read", as staff read it; null for ordinary print.</summary>
    public string? InWords => string.Join(", ", new[]
    {
        LargePrint ? "large print" : null,
        EasyRead ? "easy read" : null,
        HighContrast ? "high contrast" : null,
        ReadAloud ? "reads aloud" : null
    }.OfType<string>()) is { Length: > 0 } words ? words : null;

    public FormatWishes With(FormatWishes other) =>
        new(LargePrint || other.LargePrint, HighContrast || other.HighContrast, EasyRead || other.EasyRead, ReadAloud || other.ReadAloud);

    /// <summary>What a sentence of staff's says, where it says nothing but what can be chosen: "Large print and easy read". Null for anything else.</summary>
    public static FormatWishes? SaidBy(string? sentence)
    {
        if (Text.Tidy(sentence) is not { } tidy)
        {
            return null;
        }

        var said = Ordinary;
        foreach (var part in tidy.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split([',', ';', '+', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part.TrimEnd('.').ToUpperInvariant())
            {
                case "LARGE PRINT": said = said with { LargePrint = true }; break;
                case "HIGH CONTRAST": said = said with { HighContrast = true }; break;
                case "EASY READ": said = said with { EasyRead = true }; break;
                default: return null;
            }
        }

        return said.IsOrdinary ? null : said;
    }
}
