namespace Kept.Domain.Telling;

/// <summary>The number of a mobile telephone in the United Kingdom, as it is dialled from anywhere (Ofcom's numbering plan: 07 and nine digits, 070 and 076 excepted).</summary>
public static class Mobile
{
    private const int DigitsAfterCountry = 10;

    /// <summary>"+447700900123" of "07700 900 123"; null where it is no such number.</summary>
    public static string? Read(string? phone)
    {
        if (phone is null)
        {
            return null;
        }

        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        var national = phone.TrimStart().StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal)
            ? digits.TrimStart('0') is var abroad && abroad.StartsWith("44", StringComparison.Ordinal) ? abroad[2..].TrimStart('0') : ""
            : digits.StartsWith('0') ? digits[1..] : "";
        return national.Length == DigitsAfterCountry && national[0] == '7' && national[1] is not ('0' or '6') ? $"+44{national}" : null;
    }
}
