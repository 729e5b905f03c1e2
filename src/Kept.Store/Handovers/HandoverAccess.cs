using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Handovers;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Actions;
using Kept.Store.Log;
using Kept.Store.Pupils;

namespace Kept.Store.Handovers;

/// <summary>
/// A handover is seen by staff who work with its pupil, and so by the adult who receives it. A line about an action or a logged
/// contact is seen by those who may see that, as it is now.
/// </summary>
internal static class HandoverAccess
{
    public static IQueryable<Handover> VisibleTo(this IQueryable<Handover> handovers, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return handovers;
        }

        if (viewer is not SightedViewer seer || !seer.MaySee(Visibility.Staff))
        {
            return handovers.Where(_ => false);
        }

        if (viewer.SeesEveryPupil())
        {
            return handovers;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return handovers.Where(h => pupils.Any(p => p.Id == h.PupilId));
    }

    /// <summary>
    /// Who takes a pupil over works with the pupil from that day: until they have handed the pupil on themselves, or it was taken back.
    /// </summary>
    public static IQueryable<Handover> TakenOverBy(this IQueryable<Handover> handovers, Id<Person> adult) => handovers.Where(h =>
        h.ToId == adult && h.WithdrawnBecause == null
        && !handovers.Any(on => on.PupilId == h.PupilId && on.FromId == adult && on.WithdrawnBecause == null && on.GivenAt > h.GivenAt));

    /// <summary>The same from the pupil’s side: who has taken this pupil over and not handed them on.</summary>
    public static IQueryable<Id<Person>> AdultsWhoTookOver(this IQueryable<Handover> handovers, Id<Pupil> pupil) => handovers
        .Where(h => h.PupilId == pupil && h.WithdrawnBecause == null
            && !handovers.Any(on => on.PupilId == h.PupilId && on.FromId == h.ToId && on.WithdrawnBecause == null && on.GivenAt > h.GivenAt))
        .Select(h => h.ToId);

    public static IQueryable<HandoverLine> VisibleTo(this IQueryable<HandoverLine> lines, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return lines;
        }

        var handovers = db.Handovers.VisibleTo(viewer, db);
        var actions = db.Actions.VisibleTo(viewer, db);
        var enquiries = db.Enquiries.VisibleTo(viewer, db);
        var seen = lines.Where(l => handovers.Any(h => h.Id == l.HandoverId)
            && (l.ActionId == null || actions.Any(a => a.Id == l.ActionId))
            && (l.EnquiryId == null || enquiries.Any(q => q.Id == l.EnquiryId)));
        return viewer is SightedViewer seer ? seen.SeenBy(seer, l => l.Visibility) : seen;
    }
}
