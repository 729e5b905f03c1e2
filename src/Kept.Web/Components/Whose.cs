using Kept.Domain.Access;

namespace Kept.Web.Components;

/// <summary>Whose work a list shows: what was asked for in the address, or else what the viewer's role begins with.</summary>
public static class Whose
{
    /// <param name="asked">"mine" or "all"; anything else leaves it to the role.</param>
    public static bool IsEverybodys(string? asked, StaffViewer viewer) => asked is "all" || (asked is not "mine" && viewer.Sight.RunsTheProcess);
}
