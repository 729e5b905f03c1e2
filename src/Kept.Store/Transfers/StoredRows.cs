using System.Globalization;
using System.Text.Json;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Transfers;

/// <summary>Makes rows of what the ledger's spelling says of them: the way back from a snapshot, for every noun alike.</summary>
internal sealed class StoredRows(KeptDb db)
{
    private readonly Dictionary<string, IEntityType> nouns = db.Model.GetEntityTypes()
        .Where(type => type.RecordedAs() is not null)
        .ToDictionary(type => type.RecordedAs()!, StringComparer.Ordinal);

    public IEntityType? NounOf(string word) => nouns.GetValueOrDefault(word);

    /// <summary>The row, known to nobody yet, with columns of another value where this says so. It has been checked: see <see cref="RowCheck"/>.</summary>
    public EntityEntry Make(IEntityType type, JsonElement snapshot, LocalIds ids, IReadOnlyDictionary<string, object?> instead)
    {
        var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var property in type.GetProperties())
        {
            if (instead.TryGetValue(property.Name, out var other))
            {
                entry.CurrentValues[property] = other;
            }
            else if (snapshot.TryGetProperty(Words.Kebab(property.Name), out var value))
            {
                entry.CurrentValues[property] = Read(property, value, ids);
            }
        }

        return entry;
    }

    public static object? Read(IProperty property, JsonElement value, LocalIds ids)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        var converter = property.FindTypeMapping()?.Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        object stored = type switch
        {
            _ when type == typeof(Guid) => ids.Of(value.GetGuid()),
            _ when type == typeof(DateTime) => DateTime.ParseExact(value.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
            _ when type == typeof(DateOnly) => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ when type == typeof(TimeOnly) => TimeOnly.ParseExact(value.GetString()!, "HH:mm:ss.fff", CultureInfo.InvariantCulture),
            _ when type == typeof(bool) => value.GetBoolean(),
            _ when type == typeof(int) => value.GetInt32(),
            _ when type == typeof(long) => value.GetInt64(),
            _ when type == typeof(string) => value.GetString()!,
            _ => throw new InvalidOperationException($"The ledger has no spelling for {type.Name}.")
        };
        return converter is null ? stored : converter.ConvertFromProvider(stored);
    }
}
