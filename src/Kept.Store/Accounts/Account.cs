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

    /// <summary>Whether it was made for a carer. It opens nothing for staff.</summary>
    public bool IsOfAFamily => UserName == FamilyName(Id);

    /// <summary>A carer's: without email or password, so that no page for staff can sign it in.</summary>
    public static Account OfAFamily(Guid id) => new()
    {
        Id = id,
        UserName = FamilyName(id),
        NormalizedUserName = FamilyName(id).ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true
    };

    private static string FamilyName(Guid id) => $"family-{id:N}";
}
