using System.Linq.Expressions;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Ledger;

/// <summary>The rows of one noun whose changes go to the ledger, as they are stored now.</summary>
internal abstract class RecordedRows(IEntityType type)
{
    public IEntityType Type => type;

    public string Noun { get; } = type.RecordedAs()!;

    public bool AreAboutPupils { get; } = typeof(IAboutPupil).IsAssignableFrom(type.ClrType);

    public static IReadOnlyList<RecordedRows> Of(KeptDb db) =>
        [.. db.Model.GetEntityTypes()
            .Where(type => type.RecordedAs() is not null)
            .Select(type => (RecordedRows)Activator.CreateInstance(typeof(RecordedRows<>).MakeGenericType(type.ClrType), type)!)];

    /// <summary>Those of the chains: of these pupils, or of the school itself.</summary>
    public abstract IAsyncEnumerable<object> InAsync(KeptDb db, IReadOnlyCollection<Guid> chains);

    public Guid ChainOf(KeptDb db, object row) => row is IAboutPupil about ? about.PupilId.Value : db.CurrentSchool.Value;

    public Guid IdOf(object row)
    {
        var key = type.FindProperty("Id")!;
        return (Guid)key.FindTypeMapping()!.Converter!.ConvertToProvider(key.GetGetter().GetClrValueUsingContainingEntity(row))!;
    }

    public string SnapshotOf(object row, IReadOnlyCollection<string> columns) => Snapshot.Of(type, row, columns);
}

internal sealed class RecordedRows<T>(IEntityType type) : RecordedRows(type)
    where T : class
{
    public override IAsyncEnumerable<object> InAsync(KeptDb db, IReadOnlyCollection<Guid> chains)
    {
        var rows = db.Set<T>().AsNoTracking();
        if (!AreAboutPupils)
        {
            // The school's own chain; every noun but the school itself is filtered by school already.
            return chains.Contains(db.CurrentSchool.Value) ? OfTheSchool(db, rows).AsAsyncEnumerable() : AsyncEnumerable.Empty<T>();
        }

        var key = typeof(T) == typeof(Pupil) ? nameof(Pupil.Id) : nameof(IAboutPupil.PupilId);
        var pupils = chains.Select(chain => new Id<Pupil>(chain)).ToArray();
        return rows.Where(row => pupils.Contains(EF.Property<Id<Pupil>>(row, key))).AsAsyncEnumerable();
    }

    private static IQueryable<T> OfTheSchool(KeptDb db, IQueryable<T> rows)
    {
        var school = db.CurrentSchool;
        return typeof(T) == typeof(School) ? rows.Where(row => EF.Property<Id<School>>(row, nameof(School.Id)) == school) : rows;
    }
}
