using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Store.Pupils;

namespace Kept.Store.People;

/// <summary>
/// Names of staff and professionals are known to all staff of the school. A carer is known to those who may see one of the
/// carer's pupils, and so is what ties them.
/// </summary>
internal static class PeopleAccess
{
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return people;
        }

        var ties = db.Relationships.VisibleTo(viewer, db);
        return viewer is StaffViewer
            ? people.Where(p => p.Kind != PersonKind.Carer || ties.Any(t => t.CarerId == p.Id))
            : people.Where(_ => false);
    }

    public static IQueryable<Relationship> VisibleTo(this IQueryable<Relationship> ties, Viewer viewer, KeptDb db)
    {
        var pupils = db.Pupils.VisibleTo(viewer, db);
        return ties.Where(t => pupils.Any(p => p.Id == t.PupilId));
    }

    /// <summary>The paper itself is for those who keep the ties; what others must do because of it stands on the tie. Never for a carer.</summary>
    public static IQueryable<CourtOrder> VisibleTo(this IQueryable<CourtOrder> orders, Viewer viewer, KeptDb db)
    {
        var pupils = db.Pupils.VisibleTo(viewer, db);
        return viewer is StaffViewer { Sight.MayChangeTies: true } ? orders.Where(o => pupils.Any(p => p.Id == o.PupilId)) : orders.Where(_ => false);
    }

    /// <summary>Staff who work with the young person: the evidence may speak of what they can and cannot decide. Neither for the office nor for a carer.</summary>
    public static IQueryable<WhoDecides> VisibleTo(this IQueryable<WhoDecides> decisions, Viewer viewer, KeptDb db)
    {
        var pupils = db.Pupils.VisibleTo(viewer, db);
        return viewer is StaffViewer staff && staff.MaySee(Visibility.Staff) ? decisions.Where(d => pupils.Any(p => p.Id == d.PupilId)) : decisions.Where(_ => false);
    }

    public static IQueryable<CarerInvitation> VisibleTo(this IQueryable<CarerInvitation> invitations, Viewer viewer, KeptDb db)
    {
        var ties = db.Relationships.VisibleTo(viewer, db);
        return invitations.Where(i => ties.Any(t => t.CarerId == i.CarerId));
    }

    public static IQueryable<KeyAdult> VisibleTo(this IQueryable<KeyAdult> adults, Viewer viewer, KeptDb db)
    {
        var pupils = db.Pupils.VisibleTo(viewer, db);
        return adults.Where(a => pupils.Any(p => p.Id == a.PupilId));
    }
}
