using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Store.Log;

namespace Kept.Store.Families;

/// <summary>Staff see a concern with its entry. A carer sees their own, through what is made for families.</summary>
internal static class ConcernAccess
{
    public static IQueryable<Concern> VisibleTo(this IQueryable<Concern> concerns, Viewer viewer, KeptDb db)
    {
        if (viewer is FamilyViewer family)
        {
            return concerns.Where(c => c.PupilId == family.Child && c.CarerId == family.PersonId);
        }

        var entries = db.LogEntries.VisibleTo(viewer, db);
        return concerns.Where(c => entries.Any(e => e.Id == c.EntryId));
    }
}
