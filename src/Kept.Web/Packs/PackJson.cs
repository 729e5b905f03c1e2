using System.Text.Json;
using Kept.Web.Exports;
using NodaTime.Text;

namespace Kept.Web.Packs;

/// <summary>A pack for another system. Its shape is published at /schemas/pack-1.json; what is added to it leaves what is there as it is.</summary>
internal static class PackJson
{
    private const int FlushAt = 32 * 1024;

    public static async Task WriteAsync(PackContent content, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(to, JsonCells.Readable);
        json.WriteStartObject();
        json.WriteString("format", "kept-pack-1");
        WriteCover(json, content);
        WriteParts(json, content);
        foreach (var table in PackTable.Of(content, cancel))
        {
            var names = table.Columns.Select(c => JsonEncodedText.Encode(JsonCells.Name(c.Title))).ToList();
            json.WriteStartArray(table.Name);
            await foreach (var row in table.Rows.WithCancellation(cancel))
            {
                json.WriteStartObject();
                foreach (var (name, value) in names.Zip(row))
                {
                    json.WritePropertyName(name);
                    JsonCells.Write(json, value);
                }

                json.WriteEndObject();
                if (json.BytesPending > FlushAt)
                {
                    await json.FlushAsync(cancel);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    private static void WriteCover(Utf8JsonWriter json, PackContent content)
    {
        var cover = content.Cover;
        json.WriteStartObject("cover");
        json.WriteString("title", cover.Title);
        json.WriteString("school", cover.School);
        json.WriteString("pupil", cover.Pupil);
        json.WriteString("audience", Domain.Packs.PackWords.Word(content.Scope.Audience));
        json.WriteString("reader", cover.Reader);
        json.WriteBoolean("safeguarding", cover.Wish.Safeguarding);
        JsonCells.Write(json, "from", cover.Wish.From);
        JsonCells.Write(json, "to", cover.Wish.To);
        json.WriteString("madeBy", cover.MadeBy);
        json.WriteString("madeAt", InstantPattern.ExtendedIso.Format(cover.MadeAt));
        WriteFacts(json, "facts", cover.PupilFacts);
        json.WriteEndObject();
        if (cover.Checkpoint is not { } checkpoint)
        {
            json.WriteNull("checkpoint");
            return;
        }

        json.WriteStartObject("checkpoint");
        json.WriteNumber("number", checkpoint.Number);
        JsonCells.Write(json, "madeOn", checkpoint.MadeOn);
        json.WriteString("seal", cover.SealInFull);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, PackContent content)
    {
        json.WriteStartArray("parts");
        foreach (var part in content.Parts)
        {
            json.WriteStartObject();
            json.WriteString("key", part.Key);
            json.WriteString("title", part.Title);
            json.WriteStartArray("items");
            foreach (var item in part.Items)
            {
                json.WriteStartObject();
                json.WriteString("title", item.Title);
                WriteFacts(json, "facts", item.Facts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFacts(Utf8JsonWriter json, string name, IEnumerable<PackFact> facts)
    {
        json.WriteStartArray(name);
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteString("value", fact.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
