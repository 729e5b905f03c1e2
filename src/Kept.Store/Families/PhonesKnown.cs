using System.Globalization;
using Kept.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>The passkeys that let a carer in, as far as staff need to know when a phone is lost: how many, and when one was last used. Which phones they are is the carer’s.</summary>
/// <param name="LastUsed">Null where none has been used yet.</param>
public sealed record PhonesKnown(int Count, Instant? LastUsed)
{
    public static PhonesKnown None { get; } = new(0, null);
}

internal static class KnowingPhones
{
    private const int Most = 50;

    /// <summary>Of a family’s account; the passkeys of a member of staff, who may be a parent too, are not told.</summary>
    public static async Task<PhonesKnown> PhonesOfAsync(this KeptDb db, Guid account, CancellationToken cancel)
    {
        var theirs = db.Users.Where(u => u.Id == account && u.Email == null);
        var count = await db.UserPasskeys.CountAsync(p => p.UserId == account && theirs.Any(), cancel);
        if (count == 0)
        {
            return PhonesKnown.None;
        }

        var used = await db.UserTokens.Where(t => t.UserId == account && t.LoginProvider == LastUse.Provider).OrderBy(t => t.Name).Take(Most).Select(t => t.Value).ToListAsync(cancel);
        var last = used.Select(value => long.TryParse(value, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0).DefaultIfEmpty(0).Max();
        return new PhonesKnown(count, last == 0 ? null : Instant.FromUnixTimeSeconds(last));
    }
}
