using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Store.Pupils;

namespace Kept.Store.Packs;

/// <summary>
/// A pack is its maker’s alone, and only while they may still take the record out and see both the pupil and all that is in it. A carer’s own copy is theirs.
/// </summary>
internal static class PackAccess
{
    public static IQueryable<Pack> VisibleTo(this IQueryable<Pack> packs, Viewer viewer, KeptDb db)
    {
        if (viewer is FamilyViewer family)
        {
            return packs.Where(p => p.ById == family.PersonId && p.CarerId == family.PersonId && p.PupilId == family.Child);
        }

        if (viewer is not StaffViewer { Sight.MayExport: true } staff)
        {
            return packs.Where(_ => false);
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return packs.Where(p => p.ById == staff.PersonId && pupils.Any(pupil => pupil.Id == p.PupilId)).SeenBy(staff, p => p.Visibility);
    }
}
