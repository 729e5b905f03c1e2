using Kept.Domain.Actions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Coming;

/// <summary>Actions on the day they are due; a parked one on the day to look again. Done ones come no more.</summary>
internal sealed class ActionsDue : IComes
{
    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var me = record.Viewer.PersonId;
        return
            from a in record.Actions.AsNoTracking()
            where a.Status != ActionStatus.Done && (!mine || a.OwnerId == me)
            join p in record.Pupils on a.PupilId equals p.Id
            join o in record.Names on a.OwnerId equals o.Id
            select new ComingRow
            {
                Kind = a.Status == ActionStatus.Parked ? ComingKind.LookAgain : ComingKind.Action,
                Id = (Guid)(object)a.Id,
                On = a.DueOn,
                StartsAt = ComingRow.NoTime,
                Minutes = 0,
                Stored = a.What,
                StoredSince = (DateOnly)(object)a.DueOn,
                OwnerId = o.Id,
                Owner = ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(),
                StoredVisibility = (string)(object)a.Visibility,
                PupilId = p.Id,
                PupilGivenName = p.PreferredName ?? p.GivenName,
                PupilFamilyName = p.FamilyName,
                ClassName = p.ClassName
            };
    }
}
