using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kept.Store.Export;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Exports;

/// <summary>An array of objects, one a row, named as the columns are: "happenedOn", "spokeWith".</summary>
internal static class JsonLog
{
    private const int FlushAt = 32 * 1024;

    private static readonly IReadOnlyList<(JsonEncodedText Name, LogColumn Column)> Columns =
        [.. LogColumn.All.Select(column => (JsonEncodedText.Encode(Name(column.Title)), column))];

    public static async Task WriteAsync(IAsyncEnumerable<LogLine> lines, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true });
        json.WriteStartArray();
        await foreach (var line in lines.WithCancellation(cancel))
        {
            json.WriteStartObject();
            foreach (var (name, column) in Columns)
            {
                json.WritePropertyName(name);
                Write(json, column.Of(line));
            }

            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
            {
                await json.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(cancel);
    }

    private static void Write(Utf8JsonWriter json, object? value)
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

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<string> sentences)
    {
        json.WriteStartArray();
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }

    private static string Name(string title)
    {
        var words = title.ToLowerInvariant().Split(' ');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
