using System.Security.Claims;
using Kept.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.Access;

/// <summary>
/// Somebody on the way in: the password was right, and something is still to come. A cookie of its own that opens no page but the
/// next one, for a quarter of an hour.
/// </summary>
/// <param name="Strength">Null until the second factor is met; then only the school is still to be chosen.</param>
internal sealed record Halfway(Account Account, string? Strength);

internal static class HalfSignIn
{
    public const string Scheme = "kept-half";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private const string Stamp = "kept:stamp";

    public static Task BeginHalfAsync(this HttpContext http, Account account, string? strength = null)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.SecurityStamp ?? "")];
        if (strength is not null)
        {
            claims.Add(new Claim(SignInClaims.Strength, strength));
        }

        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    public static async Task<Halfway?> HalfwayAsync(this HttpContext http, UserManager<Account> accounts)
    {
        var half = (await http.AuthenticateAsync(Scheme)).Principal;
        if (half?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || await accounts.FindByIdAsync(id) is not { } account
            || half.FindFirstValue(Stamp) != account.SecurityStamp)
        {
            return null;
        }

        return new Halfway(account, half.FindFirstValue(SignInClaims.Strength));
    }

    public static Task EndHalfAsync(this HttpContext http) => http.SignOutAsync(Scheme);
}
