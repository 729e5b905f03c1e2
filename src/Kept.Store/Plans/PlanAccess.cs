using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Store.Pupils;

namespace Kept.Store.Plans;

/// <summary>A plan is shared with the family, so whoever may see something of the pupil sees it, with its versions and reviews.</summary>
internal static class PlanAccess
{
    public static IQueryable<SupportPlan> VisibleTo(this IQueryable<SupportPlan> plans, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return plans;
        }

        if (viewer is not SightedViewer seer || !seer.MaySee(Visibility.Family))
        {
            return plans.Where(_ => false);
        }

        if (viewer.SeesEveryPupil())
        {
            return plans;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return plans.Where(p => pupils.Any(pupil => pupil.Id == p.PupilId));
    }

    public static IQueryable<PlanVersion> VisibleTo(this IQueryable<PlanVersion> versions, Viewer viewer, KeptDb db)
    {
        var plans = db.Plans.VisibleTo(viewer, db);
        return versions.Where(v => plans.Any(p => p.Id == v.PlanId));
    }

    public static IQueryable<PlanReview> VisibleTo(this IQueryable<PlanReview> reviews, Viewer viewer, KeptDb db)
    {
        var plans = db.Plans.VisibleTo(viewer, db);
        return reviews.Where(r => plans.Any(p => p.Id == r.PlanId));
    }

    /// <summary>
    /// What a carer says is theirs alone in the family. Staff who work with the child read it, as they read what is said between school and family.
    /// </summary>
    public static IQueryable<PlanView> VisibleTo(this IQueryable<PlanView> views, Viewer viewer, KeptDb db)
    {
        var plans = db.Plans.VisibleTo(viewer, db);
        return viewer switch
        {
            OperatorViewer => views,
            FamilyViewer family => views.Where(v => v.CarerId == family.PersonId && plans.Any(p => p.Id == v.PlanId)),
            StaffViewer staff when staff.MaySee(Visibility.Staff) => views.Where(v => plans.Any(p => p.Id == v.PlanId)),
            _ => views.Where(_ => false)
        };
    }

    /// <summary>What is not published yet is for those who may write it.</summary>
    public static IQueryable<PlanDraft> VisibleTo(this IQueryable<PlanDraft> drafts, Viewer viewer, KeptDb db)
    {
        var plans = db.Plans.VisibleTo(viewer, db);
        return viewer is StaffViewer { Sight.MayLog: true } ? drafts.Where(d => plans.Any(p => p.Id == d.PlanId)) : drafts.Where(_ => false);
    }
}
