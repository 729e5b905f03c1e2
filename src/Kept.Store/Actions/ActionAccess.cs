using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Store.Pupils;

namespace Kept.Store.Actions;

/// <summary>
/// An action is seen by those who may see its visibility and its pupil; its history with it, back to where its entry was last kept from them: the
/// reason of an earlier change was written for fewer people.
/// </summary>
internal static class ActionAccess
{
    public static IQueryable<AgreedAction> VisibleTo(this IQueryable<AgreedAction> actions, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return actions;
        }

        if (viewer is not SightedViewer seer)
        {
            return actions.Where(_ => false);
        }

        var seen = actions.SeenBy(seer, a => a.Visibility);
        if (viewer.SeesEveryPupil())
        {
            return seen;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return seen.Where(a => pupils.Any(p => p.Id == a.PupilId));
    }

    /// <summary>Seen with the action; by a carer, their own alone.</summary>
    public static IQueryable<CarerAnswer> VisibleTo(this IQueryable<CarerAnswer> answers, Viewer viewer, KeptDb db)
    {
        if (viewer is FamilyViewer family)
        {
            answers = answers.Where(a => a.CarerId == family.PersonId);
        }

        var actions = db.Actions.VisibleTo(viewer, db);
        return answers.Where(x => actions.Any(a => a.Id == x.ActionId));
    }

    public static IQueryable<ActionChange> VisibleTo(this IQueryable<ActionChange> changes, Viewer viewer, KeptDb db)
    {
        var actions = db.Actions.VisibleTo(viewer, db);
        if (viewer is not SightedViewer seer)
        {
            return changes.Where(c => actions.Any(a => a.Id == c.ActionId));
        }

        var kept = db.EntryVersions.HiddenFrom(seer, v => v.Visibility);
        return changes.Where(c => actions.Any(a => a.Id == c.ActionId && !kept.Any(v => v.EntryId == a.EntryId && v.ReplacedAt >= c.At)));
    }
}
