using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Families;

/// <summary>
/// The passkeys that let a carer in: how many, which is what staff need to know when a phone is lost. Which they are, and when one was used, is the carer’s: it may
/// have been at another school.
/// </summary>
internal static class PhonesKnown
{
    /// <summary>Of a family’s account; the passkeys of a member of staff, who may be a parent too, are not told.</summary>
    public static Task<int> PhonesOfAsync(this KeptDb db, Guid account, CancellationToken cancel) =>
        db.UserPasskeys.CountAsync(p => p.UserId == account && db.Users.Any(u => u.Id == account && u.Email == null), cancel);
}
