using Kept.Domain.Actions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>Actions on the day they are due; a parked one on the day to look again. Done ones come no more.</summary>
internal sealed class ActionsDue : IComes
{
    public IQueryable<ComingRow> Between(VisibleRecord record, LocalDate from, LocalDate to, bool mine)
    {
        var me = record.Viewer.PersonId;
        return
            from a in record.Actions.AsNoTracking()
            where a.Status != ActionStatus.Done && a.DueOn >= @from && a.DueOn <= to && (!mine || a.OwnerId == me)
            join p in record.Pupils on a.PupilId equals p.Id
            join o in record.Names on a.OwnerId equals o.Id
            orderby a.DueOn, a.Id
            select new ComingRow(
                a.Status == ActionStatus.Parked ? ComingKind.LookAgain : ComingKind.Action, a.Id.Value, a.DueOn, a.What,
                ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(), a.Visibility,
                p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName);
    }
}
