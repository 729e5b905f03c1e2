using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kept.Web.Access;

/// <summary>
/// What happens to a request of somebody who must sign in first. A page sends them to sign in and back; a form that they had filled
/// in goes with them, since a session that ran out is no reason to type it again.
/// </summary>
internal static class SignedOut
{
    private const int MostBytes = 64 * 1024;

    private static readonly object Carried = new();

    public static string? CarriedHere(this HttpContext http) => http.Items[Carried] as string;

    public static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        var (http, request) = (challenge.HttpContext, challenge.Request);
        if (request.Headers.XRequestedWith.Count > 0)
        {
            // A script asked, and says so to whoever is typing.
            challenge.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            challenge.Response.Redirect(SignInAt(request.Path + request.QueryString));
            return;
        }

        if (!MayCarry(request))
        {
            challenge.Response.Redirect("/sign-in");
            return;
        }

        var form = await request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))
            .ToList();
        var carried = http.RequestServices.GetRequiredService<CarriedForms>()
            .Seal(request.PathBase + request.Path + request.QueryString, fields, AccountBefore(challenge));
        http.Items[Carried] = carried;
        challenge.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    /// <summary>Answers a form that was sent too late with the sign-in page, at the same address, holding the form.</summary>
    public static void UseCarriedForms(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next();
        if (http.CarriedHere() is null || http.Response.HasStarted)
        {
            return;
        }

        var (path, query, method) = (http.Request.Path, http.Request.QueryString, http.Request.Method);
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        (http.Request.Path, http.Request.QueryString, http.Request.Method) = ("/sign-in", default, HttpMethods.Get);
        await next();
        (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
    });

    /// <summary>True for a form sent by one of our own pages: another site must not put words into what is carried.</summary>
    public static bool IsFromOurOwnPage(this HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin";
        }

        var from = request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : request.Headers.Referer.ToString();
        return Uri.TryCreate(from, UriKind.Absolute, out var page) && page.Authority == request.Host.Value && page.Scheme == request.Scheme;
    }

    private static string SignInAt(string returnUrl) =>
        returnUrl is "/" or "/today" ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static bool MayCarry(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.HasFormContentType
        && request.ContentLength is > 0 and <= MostBytes
        && !request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
        && request.IsFromOurOwnPage();

    /// <summary>The cookie no longer lets anybody in, but still says whose it was.</summary>
    private static Guid? AccountBefore(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        var options = challenge.Options;
        var cookie = options.CookieManager.GetRequestCookie(challenge.HttpContext, options.Cookie.Name!);
        var id = string.IsNullOrEmpty(cookie) ? null : options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier);
        return Guid.TryParse(id, out var account) ? account : null;
    }
}
