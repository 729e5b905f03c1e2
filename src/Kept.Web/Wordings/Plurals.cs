namespace Kept.Web.Wordings;

/// <summary>
/// Which form of a message goes with a whole number, by the plural rules of the Unicode CLDR (version 44). Only the languages that Kept speaks; the forms
/// for millions of Spanish and Portuguese are left out, since no page counts so far.
/// </summary>
public static class Plurals
{
    public const string Other = "other";

    private const string Zero = "zero";
    private const string One = "one";
    private const string Two = "two";
    private const string Few = "few";
    private const string Many = "many";

    /// <summary>The forms that a message of this language must have.</summary>
    public static IReadOnlyList<string> FormsOf(string language) => language switch
    {
        "zh-Hans" => [Other],
        "ro" => [One, Few, Other],
        "pl" or "uk" => [One, Few, Many, Other],
        "ar" or "cy" => [Zero, One, Two, Few, Many, Other],
        _ => [One, Other]
    };

    /// <param name="language">BCP 47 tag of one of our languages.</param>
    /// <param name="n">Zero or more.</param>
    public static string FormOf(string language, int n) => language switch
    {
        "zh-Hans" => Other,
        "pt" or "bn" or "gu" or "pa" => n is 0 or 1 ? One : Other,
        "ro" => n == 1 ? One : n == 0 || n % 100 is >= 1 and <= 19 ? Few : Other,
        "pl" => n == 1 ? One : IsAFewSlavic(n) ? Few : Many,
        "uk" => n % 10 == 1 && n % 100 != 11 ? One : IsAFewSlavic(n) ? Few : Many,
        "ar" => n switch { 0 => Zero, 1 => One, 2 => Two, _ when n % 100 is >= 3 and <= 10 => Few, _ when n % 100 >= 11 => Many, _ => Other },
        "cy" => n switch { 0 => Zero, 1 => One, 2 => Two, 3 => Few, 6 => Many, _ => Other },
        _ => n == 1 ? One : Other
    };

    private static bool IsAFewSlavic(int n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
