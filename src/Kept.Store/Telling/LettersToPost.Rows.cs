using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.People;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Telling;

/// <summary>Which letters fit, and in which order they stand on a page and in a pile.</summary>
public sealed partial class LettersToPost
{
    /// <summary>With the class, by which they are sorted, printed and handed out.</summary>
    private IQueryable<Row> Rows(IQueryable<Dispatch> letters)
    {
        var (pupils, ties) = (db.Pupils.VisibleTo(viewer, db), ToldTies);
        return letters.AsNoTracking().Join(db.People, d => d.CarerId, p => p.Id, (d, p) => new Row
        {
            Dispatch = d,
            Carer = p,
            ClassName = db.Notices.Where(n => n.DispatchId == d.Id).Join(pupils, n => n.PupilId, c => c.Id, (n, c) => c.ClassName).Min()
                ?? ties.Where(t => t.CarerId == d.CarerId).Join(pupils, t => t.PupilId, c => c.Id, (t, c) => c.ClassName).Min()
        });
    }

    private IQueryable<Row> Fitting(IQueryable<Row> rows, LetterFilter filter)
    {
        if (Text.Tidy(filter.ClassName) is { } className)
        {
            rows = rows.Where(r => r.ClassName == className);
        }

        if (Text.Tidy(filter.Name) is { } name)
        {
            var (key, pupils) = (Text.Key(name), db.Pupils.VisibleTo(viewer, db));
            rows = rows.Where(r => r.Carer.NameKey.Contains(key) || db.Notices.Any(n => n.DispatchId == r.Dispatch.Id && pupils.Any(p => p.Id == n.PupilId && p.NameKey.Contains(key))));
        }

        return rows;
    }

    private static IQueryable<Row> Ordered(IQueryable<Row> rows) =>
        rows.OrderBy(r => r.ClassName == null).ThenBy(r => r.ClassName).ThenBy(r => r.Carer.FamilyName).ThenBy(r => r.Carer.GivenName).ThenBy(r => r.Dispatch.Id);

    private async Task<IReadOnlyList<LetterLine>> LinesAsync(IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var classes = rows.ToDictionary(r => r.Dispatch.Id, r => r.ClassName);
        return [.. (await new ToTellRows(db, viewer, Today).OfAsync([.. rows.Select(r => (r.Dispatch, r.Carer))], cancel)).Select(told => new LetterLine(told, classes[told.Dispatch.Id]))];
    }

    private sealed class Row
    {
        public required Dispatch Dispatch { get; init; }
        public required Person Carer { get; init; }
        public string? ClassName { get; init; }
    }
}
