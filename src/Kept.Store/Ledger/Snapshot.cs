using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Ledger;

/// <summary>
/// A row as the ledger writes it: every column by name, in one order and one spelling whatever the database, so that a row
/// read back years later gives the same bytes.
/// </summary>
internal static class Snapshot
{
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteCurrent(Utf8JsonWriter json, EntityEntry row) =>
        Write(json, row.Metadata, property => row.CurrentValues[property]);

    /// <summary>A row that no change tracker knows.</summary>
    public static void WriteStored(Utf8JsonWriter json, IEntityType type, object row) =>
        Write(json, type, property => property.GetGetter().GetClrValueUsingContainingEntity(row));

    /// <summary>Only what is about to change: the rest stands in the snapshot before.</summary>
    public static void WriteOriginalOfChanged(Utf8JsonWriter json, EntityEntry row)
    {
        json.WriteStartObject();
        foreach (var property in Ordered(row.Metadata).Where(p => row.Property(p.Name).IsModified))
        {
            WriteValue(json, property, row.OriginalValues[property]);
        }

        json.WriteEndObject();
    }

    /// <summary>A stored row, read without tracking, in the same spelling.</summary>
    /// <param name="type">The row's noun.</param>
    /// <param name="row">The row as it is stored now.</param>
    /// <param name="columns">Only these, by their stored words; what a later version of Kept added is left out.</param>
    public static string Of(IEntityType type, object row, IReadOnlyCollection<string> columns)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            foreach (var property in Ordered(type).Where(p => columns.Contains(Words.Kebab(p.Name))))
            {
                WriteValue(json, property, property.GetGetter().GetClrValueUsingContainingEntity(row));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A row of which somebody else says what each column holds.</summary>
    public static void Write(Utf8JsonWriter json, IEntityType type, Func<IProperty, object?> valueOf)
    {
        json.WriteStartObject();
        foreach (var property in Ordered(type))
        {
            WriteValue(json, property, valueOf(property));
        }

        json.WriteEndObject();
    }

    private static IOrderedEnumerable<IProperty> Ordered(IEntityType type) =>
        type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal);

    private static void WriteValue(Utf8JsonWriter json, IProperty property, object? value)
    {
        json.WritePropertyName(Words.Kebab(property.Name));
        var stored = value is null ? null : property.FindTypeMapping()?.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        switch (stored)
        {
            case null: json.WriteNullValue(); break;
            case Guid id: json.WriteStringValue(id.ToString("D")); break;
            case DateTime moment: json.WriteStringValue(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case string text: json.WriteStringValue(text); break;
            default: throw new InvalidOperationException($"The ledger has no spelling for {stored.GetType().Name} ({property.DeclaringType.Name}.{property.Name}).");
        }
    }

}
