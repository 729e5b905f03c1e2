namespace Kept.Domain.Pupils;

/// <summary>A whole UPN or how one begins, as it is typed to find a pupil: "A123 4567". No name has a digit after its first letter.</summary>
public static class UpnBeginning
{
    private const int Shortest = 3;

    /// <summary>In capitals without spaces, as <see cref="Upn.Read"/> keeps them; null where it begins no UPN. Its check letter is not asked for: it may be wrong by one digit.</summary>
    public static string? Read(string? typed)
    {
        var upn = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return upn.Length is >= Shortest and <= Upn.Length
            && char.IsAsciiLetterUpper(upn[0])
            && !upn.AsSpan(1, Math.Min(upn.Length, Upn.Length - 1) - 1).ContainsAnyExceptInRange('0', '9')
            && (upn.Length < Upn.Length || char.IsAsciiLetterOrDigit(upn[^1]))
            ? upn : null;
    }

    /// <summary>The last UPN that begins so, in the order of any database: letters come after digits.</summary>
    public static string LastOf(string beginning) => beginning.PadRight(Upn.Length, 'Z');
}
