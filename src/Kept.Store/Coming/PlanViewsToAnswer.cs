using Kept.Domain.Access;
using Kept.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>What families say of plans and nobody has answered, for whoever leads the plan. Who may not be told does not wait here.</summary>
internal sealed class PlanViewsToAnswer : IComes
{
    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var me = record.Viewer.PersonId;
        var told = record.Relationships.Where(Relationship.ToldOn(record.Today));
        var staff = Conventions.Words.Of(Visibility.Staff);
        return
            from v in record.PlanViews.AsNoTracking()
            where v.AnsweredAt == null && v.ReplacedAt == null && v.Words != null
            join plan in record.Plans on v.PlanId equals plan.Id
            where !mine || plan.LeadId == me
            join p in record.Pupils on v.PupilId equals p.Id
            where p.LeftOn == null
                && told.Any(t => t.PupilId == v.PupilId && t.CarerId == v.CarerId)
            select new ComingRow
            {
                Kind = ComingKind.PlanView,
                Id = (Guid)(object)v.Id,
                On = v.SaidOn,
                StartsAt = ComingRow.NoTime,
                Minutes = 0,
                Stored = v.Words!,
                StoredSince = (DateOnly)(object)v.SaidOn,
                OwnerId = plan.LeadId,
                Owner = record.Names.Where(o => o.Id == plan.LeadId).Select(o => ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim()).FirstOrDefault(),
                StoredVisibility = staff,
                PupilId = p.Id,
                PupilGivenName = p.PreferredName ?? p.GivenName,
                PupilFamilyName = p.FamilyName,
                ClassName = p.ClassName
            };
    }
}
