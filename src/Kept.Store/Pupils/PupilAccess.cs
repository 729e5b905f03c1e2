using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Pupils;
using Kept.Store.Handovers;

namespace Kept.Store.Pupils;

/// <summary>
/// Whose records a person may open: all pupils' for roles over the whole school; otherwise those of their classes, those they are
/// a key adult of, those they owe an action, and those they have taken over.
/// </summary>
internal static class PupilAccess
{
    public static IQueryable<Pupil> VisibleTo(this IQueryable<Pupil> pupils, Viewer viewer, KeptDb db) => viewer switch
    {
        OperatorViewer => pupils,
        StaffViewer { Sight.MaySee.Count: 0 } => pupils.Where(_ => false),
        StaffViewer { Sight.AllPupils: true } => pupils,
        FamilyViewer family => pupils.Where(p => p.Id == family.Child),
        StaffViewer staff => TheirOwn(pupils, staff, db),
        _ => pupils.Where(_ => false)
    };

    /// <summary>An action that they may no longer see, since a role was taken away, opens nobody's record.</summary>
    private static IQueryable<Pupil> TheirOwn(IQueryable<Pupil> pupils, StaffViewer staff, KeptDb db)
    {
        var owed = db.Actions.SeenBy(staff, a => a.Visibility).Where(a => a.OwnerId == staff.PersonId && a.Status != ActionStatus.Done);
        return pupils.Where(p =>
            staff.Classes.Contains(p.ClassName!)
            || db.KeyAdults.Any(k => k.PupilId == p.Id && k.PersonId == staff.PersonId)
            || db.Handovers.TakenOverBy(staff.PersonId).Any(h => h.PupilId == p.Id)
            || owed.Any(a => a.PupilId == p.Id));
    }

    /// <summary>Whether every pupil is theirs, so that a query need not ask pupil by pupil.</summary>
    public static bool SeesEveryPupil(this Viewer viewer) => viewer is OperatorViewer or StaffViewer { Sight.AllPupils: true };
}
