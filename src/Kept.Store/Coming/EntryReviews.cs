using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Coming;

/// <summary>Entries on the day of their next review.</summary>
internal sealed class EntryReviews : IComes
{
    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var me = record.Viewer.PersonId;
        return
            from e in record.Entries.AsNoTracking()
            where e.ReviewOn != null && (!mine || e.LoggedById == me)
            join p in record.Pupils on e.PupilId equals p.Id
            join o in record.Names on e.LoggedById equals o.Id
            select new ComingRow
            {
                Kind = ComingKind.EntryReview,
                Id = (Guid)(object)e.Id,
                On = e.ReviewOn!.Value,
                StartsAt = ComingRow.NoTime,
                Minutes = 0,
                Stored = e.Issue,
                StoredSince = (DateOnly)(object)e.HappenedOn,
                OwnerId = o.Id,
                Owner = ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(),
                StoredVisibility = (string)(object)e.Visibility,
                PupilId = p.Id,
                PupilGivenName = p.PreferredName ?? p.GivenName,
                PupilFamilyName = p.FamilyName,
                ClassName = p.ClassName
            };
    }
}
