using System.Globalization;
using System.Security.Claims;
using Kept.Store.Families;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>
/// A carer's own cookie, apart from that of staff: a parent who works at the school is one or the other on each page. It is sent to the pages for
/// families alone.
/// </summary>
internal static class FamilySignIn
{
    public const string Scheme = "kept-family";

    public const string Stamp = "kept:stamp";

    /// <summary>On a phone of one's own: a parent who has to ask for a new letter each term stops coming.</summary>
    private static readonly TimeSpan OnTheirOwnPhone = TimeSpan.FromDays(90);

    /// <summary>Elsewhere: for as long as the browser is open, and no longer than this without a page.</summary>
    private static readonly TimeSpan Elsewhere = TimeSpan.FromHours(1);

    /// <summary>How long after a letter or a link another phone may be let in: who finds an open phone must not keep it open.</summary>
    private static readonly Duration Fresh = Duration.FromMinutes(15);

    private const string ProvenAt = "kept:proven-at";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Path = VisitingFamilies.Path;
        cookie.SlidingExpiration = true;
        cookie.ExpireTimeSpan = Elsewhere;
        cookie.Events.OnRedirectToLogin = AskToEnterAsync;

        // A cookie that was good once: whoever has it was signed out by the school.
        cookie.Events.OnRedirectToAccessDenied = AskToEnterAsync;
    }

    /// <param name="http">The request that has proven who they are.</param>
    /// <param name="places">Where the account's stamp is.</param>
    /// <param name="account">The family account.</param>
    /// <param name="isOwnPhone">Whether they said that nobody else uses this device.</param>
    /// <param name="isProven">Whether they came by a letter or a link just now.</param>
    /// <param name="cancel">When nobody waits for the answer any more.</param>
    public static async Task SignInFamilyAsync(this HttpContext http, FamilyPlaces places, Guid account, bool isOwnPhone, bool isProven, CancellationToken cancel)
    {
        var stamp = await places.StampAsync(account, cancel) ?? throw new InvalidOperationException("There is no such family account.");
        var properties = new AuthenticationProperties
        {
            IsPersistent = isOwnPhone,
            ExpiresUtc = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + (isOwnPhone ? OnTheirOwnPhone : Elsewhere)
        };
        if (isProven)
        {
            properties.Items[ProvenAt] = Now(http).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        await CookieAsync(http, account, stamp, properties);
    }

    /// <summary>Whether who is signed in came by a letter or a link a short while ago.</summary>
    public static async Task<bool> CameInLatelyAsync(this HttpContext http) =>
        (await http.AuthenticateAsync(Scheme)).Properties?.Items.TryGetValue(ProvenAt, out var text) is true
        && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
        && Now(http) - Instant.FromUnixTimeSeconds(seconds) < Fresh;

    /// <summary>The same visit, after the account’s stamp has changed.</summary>
    public static async Task StayInAsync(this HttpContext http, Guid account, string stamp) =>
        await CookieAsync(http, account, stamp, (await http.AuthenticateAsync(Scheme)).Properties ?? new AuthenticationProperties());

    public static Task SignOutFamilyAsync(this HttpContext http) => http.SignOutAsync(Scheme);

    private static Task CookieAsync(HttpContext http, Guid account, string stamp, AuthenticationProperties properties)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.ToString()), new(Stamp, stamp)];
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), properties);
    }

    private static Instant Now(HttpContext http) => http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();

    private static Task AskToEnterAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        challenge.Response.Redirect($"{VisitingFamilies.Path}/enter");
        return Task.CompletedTask;
    }
}
