using Kept.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Families;

/// <summary>Ends every passkey and every open visit of a family’s account, on every device and at every school. What belongs to a member of staff stays.</summary>
internal static class EndingPhones
{
    public static async Task EndPhonesAsync(this KeptDb db, Guid account, CancellationToken cancel)
    {
        var (stamp, moment) = ($"{Guid.NewGuid():N}", $"{Guid.NewGuid()}");

        // The stamp first: what is written on behalf of an older one meanwhile does not go through.
        if (await db.Users.Where(u => u.Id == account && u.Email == null)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, stamp).SetProperty(u => u.ConcurrencyStamp, moment), cancel) > 0)
        {
            await db.UserPasskeys.Where(p => p.UserId == account).ExecuteDeleteAsync(cancel);
            await db.UserTokens.Where(t => t.UserId == account && t.LoginProvider == LastUse.Provider).ExecuteDeleteAsync(cancel);
        }
    }
}
