using Kept.Domain.Access;
using Kept.Web.Access;
using Kept.Web.Components;

namespace Kept.Web.Hosting;

/// <summary>What the layout shows around every page: only the links that this person may follow.</summary>
internal static class ShellFor
{
    public static void UseTheShell(this WebApplication app, bool isDemo) => app.Use((http, next) =>
    {
        var visit = http.RequestServices.GetRequiredService<CurrentVisit>();
        http.Features.Set(visit.IsSignedIn ? Of(visit, http.Request.Path, isDemo) : new Shell(null, null, [], MayLog: false, isDemo, MaySearch: false));
        return next();
    });

    private static Shell Of(CurrentVisit visit, PathString path, bool isDemo)
    {
        var (viewer, school) = visit.SignedIn;
        var sight = viewer.Sight;
        var readsMessages = sight.MayLog && sight.MaySee.Contains(Visibility.Staff);
        List<ShellLink> links = [Link("Today", "/today")];
        if (sight.MaySee.Count > 0)
        {
            links.Add(Link("Pupils", "/pupils"));
            links.Add(Link("Actions", "/actions"));
            links.Add(Link("Meetings", "/meetings"));
            if (readsMessages)
            {
                links.Add(Link("Messages", "/messages"));
            }

            links.Add(Link("Documents", "/documents"));
            links.Add(Link("Families", "/telling"));
            links.Add(Link("Calendar", "/calendar"));
        }

        if (sight.MayProve)
        {
            links.Add(Link("Proof", "/proof"));
        }

        if (sight.MayRunSchool)
        {
            links.Add(Link("Import", "/import"));
            links.Add(Link("Settings", "/settings"));
        }

        return new Shell(school.Name, viewer.Name, links, sight.MayLog, isDemo, MaySearch: sight.MaySee.Count > 0, readsMessages);

        ShellLink Link(string text, string href) => new(text, href, path.StartsWithSegments(href, StringComparison.Ordinal));
    }
}
