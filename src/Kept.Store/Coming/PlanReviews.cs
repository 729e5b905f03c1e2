using Kept.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Coming;

/// <summary>Plans in force on the day of their next review, for whoever leads them.</summary>
internal sealed class PlanReviews : IComes
{
    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var me = record.Viewer.PersonId;
        var family = Conventions.Words.Of(Visibility.Family);
        return
            from plan in record.Plans.AsNoTracking()
            where plan.ReviewOn != null && (!mine || plan.LeadId == me)
            join v in record.PlanVersions on new { Id = plan.Id, Number = plan.Current } equals new { Id = v.PlanId, v.Number }
            join p in record.Pupils on plan.PupilId equals p.Id
            where p.LeftOn == null
            select new ComingRow
            {
                Kind = ComingKind.PlanReview,
                Id = (Guid)(object)plan.Id,
                On = plan.ReviewOn!.Value,
                StartsAt = ComingRow.NoTime,
                Minutes = 0,
                Stored = (string)(object)plan.Kind,
                StoredSince = (DateOnly)(object)v.From,
                OwnerId = plan.LeadId,
                Owner = record.Names.Where(o => o.Id == plan.LeadId).Select(o => ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim()).FirstOrDefault(),
                StoredVisibility = family,
                PupilId = p.Id,
                PupilGivenName = p.PreferredName ?? p.GivenName,
                PupilFamilyName = p.FamilyName,
                ClassName = p.ClassName
            };
    }
}
