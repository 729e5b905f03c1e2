using Kept.Domain.People;

namespace Kept.Web.Wordings;

/// <summary>
/// In which form a page for families is: what the school knows of this carer, and what was switched on at this device. The switch is for who is not
/// signed in yet; a carer who chooses on “How we tell you” needs it no more.
/// </summary>
public sealed class FamilyFormats(IHttpContextAccessor http)
{
    /// <summary>In the address of any page for families: "?look=large-strong" chooses, and is remembered on this device.</summary>
    public const string Choice = "look";

    private const string CookieName = "kept-look";
    private const string Large = "large";
    private const string Strong = "strong";
    private const string Both = "large-strong";
    private const string Plain = "ordinary";

    private FormatWishes known = FormatWishes.Ordinary;

    /// <summary>How the page is shown.</summary>
    public FormatWishes Wishes => known.With(OfTheDevice);

    public FormatWishes OfTheDevice => http.HttpContext is { Request: var request } ? Read(request.Query[Choice]) ?? Read(request.Cookies[CookieName]) ?? FormatWishes.Ordinary : FormatWishes.Ordinary;

    /// <summary>What the styles of a chosen form go by; null for an ordinary page.</summary>
    public string? Classes => ClassesOf(Wishes);

    public static string? ClassesOf(FormatWishes wishes) => string.Join(' ', new[]
    {
        wishes.LargePrint ? "in-large" : null,
        wishes.HighContrast ? "in-contrast" : null,
        wishes.EasyRead ? "in-easy" : null
    }.OfType<string>()) is { Length: > 0 } classes ? classes : null;

    public void Prefer(FormatWishes? ofTheCarer) => known = ofTheCarer ?? known;

    /// <summary>The same page with bigger letters, or with ordinary ones again; the contrast stays.</summary>
    public string OtherLetters => Address(OfTheDevice with { LargePrint = !OfTheDevice.LargePrint });

    /// <summary>The same page in strong contrast, or without; the letters stay.</summary>
    public string OtherContrast => Address(OfTheDevice with { HighContrast = !OfTheDevice.HighContrast });

    /// <summary>Remembers a choice made in the address.</summary>
    internal static void Remember(HttpContext http)
    {
        if (Read(http.Request.Query[Choice]) is { } chosen)
        {
            http.Response.Cookies.Append(CookieName, Word(chosen), Options(http));
        }
    }

    /// <summary>The carer has chosen for themselves, everywhere: the switch of this device is off.</summary>
    internal static void ForgetTheSwitch(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365)
    };

    private static FormatWishes? Read(string? word) => word switch
    {
        Large => new FormatWishes(LargePrint: true),
        Strong => new FormatWishes(HighContrast: true),
        Both => new FormatWishes(LargePrint: true, HighContrast: true),
        Plain => FormatWishes.Ordinary,
        _ => null
    };

    private static string Word(FormatWishes wishes) => wishes switch
    {
        { LargePrint: true, HighContrast: true } => Both,
        { LargePrint: true } => Large,
        { HighContrast: true } => Strong,
        _ => Plain
    };

    private string Address(FormatWishes wishes) => http.HttpContext is { Request: var request } ? $"{request.PathBase}{request.Path}?{Choice}={Word(wishes)}" : "";
}
