using System.Text.Json;

namespace Kept.Web.Translating;

/// <summary>Reads an answer that may be anything: what is not where it should be is null.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement from, params ReadOnlySpan<string> path) =>
        from.At(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    public static IReadOnlyList<JsonElement>? Items(this JsonElement from, params ReadOnlySpan<string> path) =>
        from.At(path) is { ValueKind: JsonValueKind.Array } found ? [.. found.EnumerateArray()] : null;

    public static JsonElement? At(this JsonElement from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (from.ValueKind is not JsonValueKind.Object || !from.TryGetProperty(name, out from))
            {
                return null;
            }
        }

        return from;
    }
}
