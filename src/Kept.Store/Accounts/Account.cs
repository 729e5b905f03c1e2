using Microsoft.AspNetCore.Identity;

namespace Kept.Store.Accounts;

/// <summary>
/// What somebody signs in with. It belongs to no school: a person at two schools has one account and two
/// <see cref="Domain.People.Person"/> rows. It holds nothing about any child.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Set while an invitation waits to be taken up.</summary>
    public bool MustChoosePassword { get; set; }

    /// <summary>A carer's: without email or password, so that no page for staff can sign it in.</summary>
    public static Account OfAFamily(Guid id) => new()
    {
        Id = id,
        UserName = $"family-{id:N}",
        NormalizedUserName = $"FAMILY-{id:N}".ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true
    };
}
