using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Kept.Store.Accounts;

/// <summary>When a carer’s passkey last let them in, beside the passkey itself.</summary>
public sealed class LastUse(UserManager<Account> accounts)
{
    internal const string Provider = "Kept passkeys";

    public async Task<Instant?> OfAsync(Account account, byte[] passkey) =>
        long.TryParse(await accounts.GetAuthenticationTokenAsync(account, Provider, Name(passkey)), CultureInfo.InvariantCulture, out var seconds)
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    public Task RememberAsync(Account account, byte[] passkey, Instant at) =>
        accounts.SetAuthenticationTokenAsync(account, Provider, Name(passkey), at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public Task ForgetAsync(Account account, byte[] passkey) => accounts.RemoveAuthenticationTokenAsync(account, Provider, Name(passkey));

    /// <summary>A passkey may call itself by a longer name than a column holds.</summary>
    private static string Name(byte[] passkey) => Base64Url.EncodeToString(SHA256.HashData(passkey));
}
