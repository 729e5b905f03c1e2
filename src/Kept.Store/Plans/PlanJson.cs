using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kept.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Kept.Store.Plans;

/// <summary>
/// What a plan says, as one column. What is read and written again gives the same text, since the ledger's digest covers it: names keep
/// their order, and what is absent is left out, so that a field added later does not change an old row.
/// </summary>
internal static class PlanJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new DayConverter(), new IdJsonConverterFactory() }
    };

    private sealed class DayConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class IdJsonConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdJsonConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
    }

    private sealed class IdJsonConverter<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

/// <summary>For a value that is written once and never changed in place.</summary>
internal sealed class PlanJsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, PlanJson.Options),
    stored => JsonSerializer.Deserialize<T>(stored, PlanJson.Options)!)
    where T : class;

internal sealed class WrittenOnceComparer<T>() : ValueComparer<T>(
    (one, other) => ReferenceEquals(one, other),
    value => value.GetHashCode(),
    value => value)
    where T : class;
