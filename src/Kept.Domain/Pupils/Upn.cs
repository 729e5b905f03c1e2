namespace Kept.Domain.Pupils;

/// <summary>
/// A unique pupil number: a check letter, the authority, the establishment, two digits of a year and a serial
/// (Government Data Standards Catalogue, Unique Pupil Number 2.0). I, O and S are never used.
/// </summary>
public static class Upn
{
    public const int Length = 13;

    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>The number in capitals without spaces, or the sentence that says what is wrong with it.</summary>
    public static Result<string> Read(string? typed)
    {
        var upn = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (upn.Length != Length)
        {
            return new Refusal($"A UPN has {Length} characters; this one has {upn.Length}");
        }

        if (Letters.IndexOf(upn[0], StringComparison.Ordinal) < 0
            || upn.AsSpan(1, 11).ContainsAnyExceptInRange('0', '9')
            || !(char.IsAsciiDigit(upn[12]) || Letters.Contains(upn[12], StringComparison.Ordinal)))
        {
            return new Refusal("A UPN is a letter, eleven digits, and a digit or letter; I, O and S are never used");
        }

        var expected = CheckLetter(upn);
        return upn[0] == expected
            ? upn
            : new Refusal($"The check letter of this UPN is {upn[0]} but its digits need {expected}: a digit is probably wrong");
    }

    /// <summary>The letter that the other twelve characters need: the sum of value times place, modulo 23.</summary>
    public static char CheckLetter(string upn)
    {
        var sum = 0;
        for (var place = 2; place <= Length; place++)
        {
            var c = upn[place - 1];
            sum += place * (char.IsAsciiDigit(c) ? c - '0' : Letters.IndexOf(c, StringComparison.Ordinal));
        }

        return Letters[sum % Letters.Length];
    }
}
