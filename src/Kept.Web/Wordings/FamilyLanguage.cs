using Accepted = Microsoft.Net.Http.Headers.StringWithQualityHeaderValue;

namespace Kept.Web.Wordings;

/// <summary>
/// In which language a page for families is: the one chosen on it, else the one that the school knows of, else the first of the browser’s that we
/// speak, else English.
/// </summary>
public sealed class FamilyLanguage(IHttpContextAccessor http, FamilyFormats formats)
{
    /// <summary>In the address of any page for families: "?language=ur" chooses, and is remembered on this device.</summary>
    public const string Choice = "language";

    private const string CookieName = "kept-language";

    private Wording? words;

    /// <summary>In the form that the reader chose.</summary>
    public Wording Words => (words ??= Chosen() ?? FromTheBrowser() ?? Wording.InEnglish).As(formats.Wishes);

    /// <summary>What the school knows of this carer, for where they have chosen nothing themselves.</summary>
    public void Prefer(string? language)
    {
        if (Chosen() is null && Wording.Of(language) is { } known)
        {
            words = known;
        }
    }

    /// <summary>Remembers a choice made in the address.</summary>
    internal static void Remember(HttpContext http)
    {
        if (Wording.Of(http.Request.Query[Choice]) is { } chosen)
        {
            http.Response.Cookies.Append(CookieName, chosen.Tag, new CookieOptions
            {
                Path = "/",
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365)
            });
        }
    }

    private Wording? Chosen() => http.HttpContext is { Request: var request } ? Wording.Of(request.Query[Choice]) ?? Wording.Of(request.Cookies[CookieName]) : null;

    private Wording? FromTheBrowser() =>
        http.HttpContext?.Request.Headers.AcceptLanguage is { Count: > 0 } accepted && Accepted.TryParseList([.. accepted.OfType<string>()], out var languages)
            ? languages.OrderByDescending(l => l.Quality ?? 1).Select(l => Wording.Of(l.Value.Value)).FirstOrDefault(known => known is not null)
            : null;
}
