using System.Net.Mail;

namespace Kept.Domain.People;

/// <summary>Whether what stands in a record can be sent to.</summary>
public static class Addresses
{
    private const string UnitedKingdom = "44";
    private const int DigitsAfterCountry = 10;

    /// <summary>Of a number with its country (ITU-T E.164); shorter ones are no mobile numbers anywhere.</summary>
    private const int FewestAbroad = 8;
    private const int MostAbroad = 15;

    /// <summary>The address alone, of what somebody wrote; null where there is none in it.</summary>
    public static string? Email(string? written) =>
        MailAddress.TryCreate(Text.Tidy(written), out var address) && address.Host.Contains('.', StringComparison.Ordinal) ? address.Address : null;

    /// <summary>
    /// "+447700900123" of "07700 900 123". Null where it is no mobile number of the United Kingdom (Ofcom’s numbering plan: 07 and nine digits, 070 and 076 excepted) and
    /// names no other country; of another country’s number nobody can tell what it is until a text arrives or does not.
    /// </summary>
    public static string? Mobile(string? phone)
    {
        if (Text.Tidy(phone) is not { } written)
        {
            return null;
        }

        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        var isWhole = written.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        if (!isWhole)
        {
            return digits.StartsWith('0') ? British(digits[1..]) : null;
        }

        // "+44 (0)7700 900123" is how many write it.
        var whole = digits.TrimStart('0');
        return whole.StartsWith(UnitedKingdom, StringComparison.Ordinal) ? British(whole[UnitedKingdom.Length..].TrimStart('0'))
            : whole.Length is >= FewestAbroad and <= MostAbroad && written.All(IsDialled) ? $"+{whole}"
            : null;
    }

    private static bool IsDialled(char c) => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '(' or ')' or '+';

    private static string? British(string national) =>
        national.Length == DigitsAfterCountry && national[0] == '7' && national[1] is not ('0' or '6') ? $"+{UnitedKingdom}{national}" : null;
}
