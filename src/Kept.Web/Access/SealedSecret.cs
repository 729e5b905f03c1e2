using System.Security.Cryptography;
using Kept.Store.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Kept.Web.Access;

/// <summary>An authenticator app's secret between being shown and being taken up: on the page, sealed, for one account alone.</summary>
public sealed class SealedSecret(IDataProtectionProvider protection)
{
    public string Seal(string secret, Account account) => For(account).Protect(secret);

    public string? Open(string? typed, Account account)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        try
        {
            return For(account).Unprotect(typed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Account account) => protection.CreateProtector("Kept.SealedSecret.1", account.Id.ToString(), account.SecurityStamp ?? "");
}
