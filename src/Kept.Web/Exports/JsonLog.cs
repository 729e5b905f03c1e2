using System.Text.Json;
using Kept.Store.Export;

namespace Kept.Web.Exports;

/// <summary>An array of objects, one a row, named as the columns are: "happenedOn", "spokeWith".</summary>
internal static class JsonLog
{
    private const int FlushAt = 32 * 1024;

    private static readonly IReadOnlyList<(JsonEncodedText Name, LogColumn Column)> Columns =
        [.. LogColumn.All.Select(column => (JsonEncodedText.Encode(JsonCells.Name(column.Title)), column))];

    public static async Task WriteAsync(IAsyncEnumerable<LogLine> lines, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(to, JsonCells.Readable);
        json.WriteStartArray();
        await foreach (var line in lines.WithCancellation(cancel))
        {
            json.WriteStartObject();
            foreach (var (name, column) in Columns)
            {
                json.WritePropertyName(name);
                JsonCells.Write(json, column.Of(line));
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
}
