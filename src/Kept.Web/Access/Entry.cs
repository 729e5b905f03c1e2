using System.Globalization;
using System.Security.Claims;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>How the second factor was met: the words that <see cref="SignInClaims.Strength"/> holds.</summary>
internal static class Strengths
{
    public const string Passkey = "passkey";
    public const string App = "totp";
    public const string Recovery = "recovery";
    public const string Demo = "demo";
}

/// <summary>Lets somebody in who has proven who they are. The one place that makes a cookie that opens staff pages.</summary>
public sealed class Entry(SignInManager<Account> signIn, Viewers viewers, IClock clock)
{
    /// <summary>A working day, however busy; after it everybody signs in again.</summary>
    public static readonly Duration Longest = Duration.FromHours(10);

    /// <summary>How long a proof is fresh enough to change how one signs in.</summary>
    public static readonly Duration Fresh = Duration.FromMinutes(15);

    private const string Since = "kept:since";
    private const string ProvenAt = "kept:proven-at";

    /// <summary>In at their only school; else halfway, where the next page asks which. False when there is a choice still to make.</summary>
    public async Task<bool> EnterAsync(HttpContext http, Account account, string strength, CancellationToken cancel)
    {
        await signIn.UserManager.ResetAccessFailedCountAsync(account);
        if (await viewers.PlacesAsync(account.Id, cancel) is not [var only])
        {
            await http.BeginHalfAsync(account, strength);
            return false;
        }

        await EnterAtAsync(http, account, only.SchoolId, strength);
        return true;
    }

    public async Task EnterAtAsync(HttpContext http, Account account, Id<School> school, string strength)
    {
        await CookieAsync(account, school.ToString(), strength, new AuthenticationProperties());
        await http.EndHalfAsync();
    }

    /// <summary>Whether whoever is signed in has proven it lately, with a password or a passkey.</summary>
    public async Task<bool> IsFreshAsync(HttpContext http)
    {
        var cookie = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return Read(cookie.Properties, ProvenAt) is { } at && clock.GetCurrentInstant() - at < Fresh;
    }

    /// <summary>A new cookie for the same visit, after a proof or after the account's stamp has changed.</summary>
    public async Task RenewAsync(HttpContext http, Account account, bool proven)
    {
        var cookie = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties(new Dictionary<string, string?>
        {
            [Since] = cookie.Properties?.Items[Since],
            [ProvenAt] = proven ? Seconds(clock.GetCurrentInstant()) : cookie.Properties?.Items[ProvenAt]
        });
        var user = cookie.Principal!;
        await CookieAsync(account, user.FindFirstValue(SignInClaims.School)!, user.FindFirstValue(SignInClaims.Strength)!, properties);
    }

    /// <summary>Writes into a new cookie when the visit began and when it was last proven, unless it goes on from another.</summary>
    public static void Begin(AuthenticationProperties properties, Instant now)
    {
        properties.Items.TryAdd(Since, Seconds(now));
        properties.Items.TryAdd(ProvenAt, Seconds(now));
    }

    /// <summary>True for a cookie of a visit that began too long ago, however often it was renewed.</summary>
    public static bool IsTooOld(AuthenticationProperties properties, Instant now) =>
        Read(properties, Since) is not { } since || now - since > Longest;

    private Task CookieAsync(Account account, string school, string strength, AuthenticationProperties properties) =>
        signIn.SignInWithClaimsAsync(account, properties, [new Claim(SignInClaims.School, school), new Claim(SignInClaims.Strength, strength)]);

    private static string Seconds(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static Instant? Read(AuthenticationProperties? properties, string item) =>
        properties?.Items.TryGetValue(item, out var text) is true && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
}
