using Kept.Domain.Access;
using Kept.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>A page on which roles are ticked.</summary>
public abstract class RolesModelBase(StaffViewer by) : PageModel
{
    public StaffViewer By => by;

    [BindProperty]
    public RolesForm RolesForm { get; set; } = new();

    public IEnumerable<StaffRole> MayGive => Enum.GetValues<StaffRole>().Where(role => RoleGrants.MayGive(by, role));

    /// <summary>A sentence for each reason: "Not shown: head teacher, DSL, deputy DSL. Only …".</summary>
    public IEnumerable<string> NotYoursToGive =>
        Enum.GetValues<StaffRole>().Except(MayGive).GroupBy(RoleGrants.WhoGives)
            .Select(same => $"Not shown: {string.Join(", ", same.Select(role => role.InWords()))}. {same.Key}{Kept(same)}.");

    /// <summary>The roles that the person holds already, out of this viewer's reach or not.</summary>
    protected IReadOnlyCollection<StaffRole> Holds { get; set; } = [];

    private string Kept(IEnumerable<StaffRole> roles)
    {
        var held = roles.Intersect(Holds).ToList();
        return held.Count == 0 ? "" : $"; being {string.Join(" and ", held.Select(role => role.InWords()))} stays as it is";
    }
}
