using Kept.Domain.People;

namespace Kept.Domain.Access;

/// <summary>Who may change what is kept about a pupil's carers. The page already asks who may see the pupil.</summary>
public static class TieRights
{
    /// <summary>Who a carer is to the child, restrictions and key adults: those who run the school's side and see the record.</summary>
    public static bool MayChangeTies(this Viewer viewer) =>
        viewer is OperatorViewer or StaffViewer { Sight: { MayRunSchool: true, MaySee.Count: > 0 } };

    /// <summary>How a carer wants to be told: the office as well, who take the call that says so.</summary>
    public static bool MayChangePreferences(this Viewer viewer) =>
        viewer.MayChangeTies() || (viewer is StaffViewer staff && staff.Roles.Contains(StaffRole.Office));
}
