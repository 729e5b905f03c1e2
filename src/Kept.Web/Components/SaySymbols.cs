using Kept.Domain.Families;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Components;

/// <summary>The pictures that a child may point at. The word beside each says what it is; to a screen reader the picture is not there.</summary>
internal static class SaySymbols
{
    private static readonly Dictionary<SayPicture, string> Drawn = new()
    {
        [SayPicture.Happy] = """<circle cx="16" cy="16" r="12"/><path d="M11 12v2M21 12v2M10 19q6 6 12 0"/>""",
        [SayPicture.Sad] = """<circle cx="16" cy="16" r="12"/><path d="M11 12v2M21 12v2M10 22q6-6 12 0"/>""",
        [SayPicture.Worried] = """<circle cx="16" cy="16" r="12"/><path d="M9 11l4-2M23 11l-4-2M11 13v2M21 13v2M10 22q3-4 6 0t6 0"/>""",
        [SayPicture.Tired] = """<circle cx="15" cy="17" r="11"/><path d="M8 15h4M18 15h4M24 3h5l-5 5h5"/><circle cx="15" cy="22" r="2"/>""",
        [SayPicture.Friends] = """<circle cx="11" cy="10" r="4"/><circle cx="21" cy="10" r="4"/><path d="M4 27q0-10 7-10 5 0 5 5 0-5 5-5 7 0 7 10"/>""",
        [SayPicture.Alone] = """<circle cx="16" cy="10" r="4"/><path d="M9 27q0-10 7-10t7 10z"/>""",
        [SayPicture.Playtime] = """<circle cx="16" cy="16" r="12"/><path d="M7 8q9 8 18 0M7 24q9-8 18 0M16 12v8"/>""",
        [SayPicture.Lessons] = """<path d="M4 5h24v16H4zM16 21v3M9 28l7-4 7 4M9 10h10M9 15h6"/>""",
        [SayPicture.Reading] = """<path d="M16 9Q11 5 4 6v18q7-1 12 3 5-4 12-3V6q-7-1-12 3zM16 9v18"/>""",
        [SayPicture.Noise] = """<path d="M4 12h5l8-6v20l-8-6H4zM21 11q4 5 0 10M25 8q6 8 0 16"/>""",
        [SayPicture.Lunch] = """<circle cx="17" cy="16" r="7"/><path d="M4 5v6q0 3 2 3v13M8 5v6q0 3-2 3M28 5v22"/>""",
        [SayPicture.Home] = """<path d="M3 16L16 4l13 12M7 13v14h18V13M13 27v-8h6v8"/>""",
        [SayPicture.Teacher] = """<circle cx="9" cy="12" r="4"/><path d="M3 28q0-10 6-10t6 10zM16 5h13v12H18M20 9h6M20 13h4"/>""",
        [SayPicture.Help] = """<circle cx="16" cy="16" r="12"/><path d="M12 13q0-4 4-4t4 4q0 3-4 5v2M16 23v1"/>""",
        [SayPicture.QuietPlace] = """<path d="M16 5L4 27h24zM16 14l-5 13M16 14l5 13"/>""",
        [SayPicture.TooHard] = """<path d="M2 27L12 10l5 8 4-5 9 14zM12 10V3l6 2.5L12 8"/>"""
    };

    public static IHtmlContent Symbol(this SayPicture picture) => new HtmlString(
        $"""<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{Drawn[picture]}</svg>""");
}
