using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Coming;

/// <summary>
/// Documents on the day they are to be looked at again, for whoever added them. One that is about several children stands under the first of
/// those whom the viewer may see.
/// </summary>
internal sealed class DocumentReviews : IComes
{
    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var me = record.Viewer.PersonId;
        var abouts = record.OfNarrowedDocuments.Pupils;
        var pupils = record.Pupils;
        return
            from d in record.Documents.AsNoTracking()
            where d.ReviewOn != null && d.WithdrawnAt == null && (!mine || d.AddedById == me)
            join o in record.Names on d.AddedById equals o.Id
            join p in pupils on abouts.Where(a => a.DocumentId == d.Id).Join(pupils, a => a.PupilId, c => c.Id, (a, c) => c)
                .OrderBy(c => c.NameKey).ThenBy(c => c.Id).Select(c => c.Id).First() equals p.Id
            select new ComingRow
            {
                Kind = ComingKind.DocumentReview,
                Id = (Guid)(object)d.Id,
                On = d.ReviewOn!.Value,
                StartsAt = ComingRow.NoTime,
                Minutes = 0,
                Stored = d.Title,
                StoredSince = (DateOnly)(object)d.DatedOn,
                OwnerId = o.Id,
                Owner = ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(),
                StoredVisibility = (string)(object)d.Visibility,
                PupilId = p.Id,
                PupilGivenName = p.PreferredName ?? p.GivenName,
                PupilFamilyName = p.FamilyName,
                ClassName = p.ClassName
            };
    }
}
