using Kept.Domain.People;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Transfers;

/// <summary>
/// Which new rows are not taken in beside what is here already. Two families' contacts are never taken to be one by a name (decision 13); a
/// pupil has one plan of each kind; and what is numbered within a plan, a document or an entry that is here goes on with this school's own
/// numbers.
/// </summary>
internal sealed class LeftOut(bool hasCarers, IReadOnlySet<PlanKind> plans, IReadOnlySet<Guid> already)
{
    public HashSet<object> Of(IReadOnlyList<EntityEntry> rows)
    {
        HashSet<object> found = [.. rows.Where(IsLeftOut).Select(r => r.Entity)];
        HashSet<Guid> ids = [];
        for (var before = -1; before < found.Count;)
        {
            before = found.Count;
            ids.UnionWith(rows.Where(r => found.Contains(r.Entity)).Select(IdOf));
            found.UnionWith(rows.Where(r => RowLinks.Of(r.Metadata, r.Entity).Any(link => ids.Contains(link.Id))).Select(r => r.Entity));
        }

        return found;
    }

    private bool IsLeftOut(EntityEntry row) => row.Entity switch
    {
        Relationship tie => hasCarers && tie is { Restriction: ContactRestriction.None, KeptFromOthers: null, YoungPersonSaysNo: false },
        SupportPlan plan => plans.Contains(plan.Kind),
        _ => RowLinks.Of(row.Metadata, row.Entity).Any(link => already.Contains(link.Id) && (link.To.ClrType == typeof(SupportPlan) || IsNumbered(row.Metadata)))
    };

    private static bool IsNumbered(IEntityType type) => type.GetIndexes().Any(index => index.IsUnique && index.Properties.Any(p => p.Name == "Number"));

    private static Guid IdOf(EntityEntry row)
    {
        var key = row.Metadata.FindProperty("Id")!;
        return (Guid)key.FindTypeMapping()!.Converter!.ConvertToProvider(row.CurrentValues[key])!;
    }
}
