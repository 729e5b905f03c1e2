using System.Net.Mail;

namespace Kept.Domain.Telling;

/// <summary>Whether what stands in a record can be sent to.</summary>
public static class Addresses
{
    private const int DigitsAfterCountry = 10;

    /// <summary>The address alone, of what somebody wrote; null where there is none in it.</summary>
    public static string? Email(string? written) =>
        MailAddress.TryCreate(Text.Tidy(written), out var address) && address.Host.Contains('.', StringComparison.Ordinal) ? address.Address : null;

    /// <summary>
    /// "+447700900123" of "07700 900 123"; null where it is no mobile number of the United Kingdom (Ofcom's numbering plan: 07 and nine digits, 070 and 076 excepted).
    /// </summary>
    public static string? Mobile(string? phone)
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
