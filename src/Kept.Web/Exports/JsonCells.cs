using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Exports;

/// <summary>A cell of an export as JSON: days and times as ISO 8601 has them.</summary>
internal static class JsonCells
{
    /// <summary>For people who open the file too: every script as itself, a line for each value.</summary>
    public static JsonWriterOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case LocalDate day: json.WriteStringValue(LocalDatePattern.Iso.Format(day)); break;
            case LocalTime time: json.WriteStringValue(time.ToString("HH:mm", CultureInfo.InvariantCulture)); break;
            case LocalDateTime moment: json.WriteStringValue(moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)); break;
            case IEnumerable<string> sentences: WriteAll(json, sentences); break;
            default: json.WriteStringValue((string)value); break;
        }
    }

    public static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        Write(json, value);
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<string> sentences)
    {
        json.WriteStartArray();
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }

    public static string Name(string title)
    {
        var words = title.ToLowerInvariant().Split(' ');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
