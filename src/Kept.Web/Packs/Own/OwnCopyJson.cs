using System.Text.Json;
using Kept.Domain.Documents;
using Kept.Web.Exports;
using NodaTime.Text;

namespace Kept.Web.Packs.Own;

/// <summary>A carer's copy for another program. Its shape is published at /schemas/family-copy-1.json.</summary>
internal static class OwnCopyJson
{
    public static async Task WriteAsync(OwnCopy copy, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(to, JsonCells.Readable);
        json.WriteStartObject();
        json.WriteString("format", "kept-family-copy-1");
        json.WriteStartObject("cover");
        json.WriteString("school", copy.School);
        json.WriteString("child", copy.ChildName);
        json.WriteString("reader", copy.Reader);
        json.WriteString("language", copy.Words.Tag);
        json.WriteString("madeOn", LocalDatePattern.Iso.Format(copy.MadeOn));
        json.WriteBoolean("isCut", copy.IsCut);
        json.WriteEndObject();
        json.WriteStartArray("parts");
        foreach (var part in copy.Parts)
        {
            json.WriteStartObject();
            json.WriteString("key", part.Key);
            json.WriteString("title", part.Title);
            json.WriteStartArray("items");
            foreach (var item in part.Items)
            {
                Write(json, item);
                await json.FlushAsync(cancel);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    private static void Write(Utf8JsonWriter json, OwnItem item)
    {
        json.WriteStartObject();
        json.WritePropertyName("title");
        Write(json, item.Title);
        json.WriteString("on", item.On is { } on ? LocalDatePattern.Iso.Format(on) : null);
        json.WriteStartArray("lines");
        foreach (var line in item.Lines)
        {
            Write(json, line);
        }

        json.WriteEndArray();
        if (item.Files.Count > 0)
        {
            json.WriteStartArray("files");
            foreach (var file in item.Files)
            {
                Write(json, file);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OwnFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("type", file.Kind.MediaType());
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
        json.WriteString("path", file.Path);
        json.WriteString("leftOut", file.Left switch { OwnFileLeft.Lost => "lost", OwnFileLeft.Full => "no-room", _ => null });
        json.WriteString("document", file.Document?.ToString());
        json.WriteNumber("version", file.Version);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OwnLine line)
    {
        json.WriteStartObject();
        json.WriteString("label", line.Label);
        json.WriteString("words", line.Words);
        json.WriteString("language", line.Language);
        if (line.Into is { } shown)
        {
            json.WriteStartObject("translation");
            json.WriteString("words", shown.Words);
            json.WriteString("language", shown.Language);
            json.WriteString("engine", shown.Engine);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("translation");
        }

        json.WriteEndObject();
    }
}
