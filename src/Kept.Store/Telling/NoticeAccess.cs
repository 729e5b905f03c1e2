using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Log;
using Kept.Store.People;
using Kept.Store.Plans;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Telling;

/// <summary>
/// Staff know of what a carer was told about the pupils whom they see, as far as they see what it was about: that an answer waits says that there was a concern. A carer
/// knows of their own.
/// </summary>
internal static class NoticeAccess
{
    public static IQueryable<Notice> VisibleTo(this IQueryable<Notice> notices, Viewer viewer, KeptDb db)
    {
        if (viewer is CarerViewer carer)
        {
            return notices.Where(n => n.CarerId == carer.PersonId);
        }

        if (viewer is not StaffViewer staff)
        {
            return notices.Where(_ => viewer is OperatorViewer);
        }

        var carers = db.Relationships.VisibleTo(viewer, db);
        var pupils = db.Pupils.VisibleTo(viewer, db);

        // What it was about may be for fewer eyes by now than when the notice was made (rule 7): it is asked here, so that no count says what a list would hide.
        var enquiries = db.Enquiries.VisibleTo(viewer, db);
        var views = db.PlanViews.VisibleTo(viewer, db);
        return notices.SeenBy(staff, n => n.Visibility)
            .Where(n => n.Of != NoticeOf.Answer || enquiries.Any(q => (Guid)(object)q.Id == n.AboutId))
            .Where(n => n.Of != NoticeOf.PlanAnswer || views.Any(v => (Guid)(object)v.Id == n.AboutId))
            .Where(n => n.PupilId == null ? carers.Any(t => t.CarerId == n.CarerId) : pupils.Any(p => p.Id == n.PupilId));
    }

    public static IQueryable<Dispatch> VisibleTo(this IQueryable<Dispatch> dispatches, Viewer viewer, KeptDb db)
    {
        var notices = db.Notices.VisibleTo(viewer, db);
        var carers = db.Relationships.VisibleTo(viewer, db);
        return dispatches.Where(d => d.Of == DispatchOf.WayIn ? carers.Any(t => t.CarerId == d.CarerId) : notices.Any(n => n.DispatchId == d.Id));
    }
}
