using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>Entries on the day of their next review.</summary>
internal sealed class EntryReviews : IComes
{
    public IQueryable<ComingRow> Between(VisibleRecord record, LocalDate from, LocalDate to, bool mine)
    {
        var me = record.Viewer.PersonId;
        return
            from e in record.Entries.AsNoTracking()
            where e.ReviewOn >= @from && e.ReviewOn <= to && (!mine || e.LoggedById == me)
            join p in record.Pupils on e.PupilId equals p.Id
            join o in record.Names on e.LoggedById equals o.Id
            orderby e.ReviewOn, e.Id
            select new ComingRow(
                ComingKind.EntryReview, e.Id.Value, e.ReviewOn!.Value, e.Issue,
                ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(), e.Visibility,
                p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName);
    }
}
