using Kept.Domain.People;

namespace Kept.Domain.Accounts;

/// <summary>What passes for an email address: no more is known until a message arrives.</summary>
public static class EmailAddress
{
    public static bool Looks(string? typed)
    {
        var address = Text.Tidy(typed);
        if (address is not { Length: > 2 and <= Person.EmailMaxLength } || address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return false;
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == address.LastIndexOf('@') && address.IndexOf('.', at) > at + 1 && address[^1] != '.';
    }
}
