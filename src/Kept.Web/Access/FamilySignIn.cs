using System.Security.Claims;
using Kept.Store.Families;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

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
    /// <param name="cancel">When nobody waits for the answer any more.</param>
    public static async Task SignInFamilyAsync(this HttpContext http, FamilyPlaces places, Guid account, bool isOwnPhone, CancellationToken cancel)
    {
        var stamp = await places.StampAsync(account, cancel) ?? throw new InvalidOperationException("There is no such family account.");
        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.ToString()), new(Stamp, stamp)];
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), new AuthenticationProperties
        {
            IsPersistent = isOwnPhone,
            ExpiresUtc = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + (isOwnPhone ? OnTheirOwnPhone : Elsewhere)
        });
    }

    public static Task SignOutFamilyAsync(this HttpContext http) => http.SignOutAsync(Scheme);

    private static Task AskToEnterAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        challenge.Response.Redirect($"{VisitingFamilies.Path}/enter");
        return Task.CompletedTask;
    }
}
