using System.Text.Json;
using Kept.Domain.Coach;
using NodaTime.Text;

namespace Kept.Domain.Tests.Coach;

public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_sample_line_is_read_exactly_right()
    {
        var misses = Misses("sample.jsonl", out _);

        Assert.Empty(misses);
    }

    [Fact]
    public void Nearly_every_corpus_line_is_read_exactly_right()
    {
        var misses = Misses("corpus.jsonl", out var lines);

        Assert.True(misses.Count <= lines * 0.02, string.Join('\n', misses));
    }

    private List<string> Misses(string file, out int lines)
    {
        var misses = new List<string>();
        lines = 0;
        foreach (var line in SampleSchool.Lines(file))
        {
            lines++;
            using var json = JsonDocument.Parse(line);
            var (wanted, got, act) = Compare(json.RootElement);
            if (wanted != got)
            {
                misses.Add($"{json.RootElement.GetProperty("text").GetString()}\n    wanted {wanted}\n    got    {got} | {act}");
            }
        }

        output.WriteLine($"{file}: {lines - misses.Count} of {lines} right");
        misses.ForEach(output.WriteLine);
        return misses;
    }

    private static (string Wanted, string Got, string Act) Compare(JsonElement line)
    {
        string? Text(string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;
        var kind = Text("kind") is "issue" ? LineKind.Issue : LineKind.Action;
        var context = SampleSchool.On(Text("on") ?? "2026-04-23", Text("pupil_class"), Text("speaker"));

        var reading = EntryCoach.Read(Text("text")!, kind, context);

        var codes = line.GetProperty("advice").EnumerateArray().Select(c => c.GetString()!).Order(StringComparer.Ordinal);
        var given = reading.Advice.Select(a => a.Code).Order(StringComparer.Ordinal);
        var due = reading.Due is { } day ? LocalDatePattern.Iso.Format(day) : null;
        return (
            $"{Text("owner")}, {Text("due")}, {string.Join(' ', codes)}",
            $"{reading.Owner?.Name}, {due}, {string.Join(' ', given)}",
            reading.Act);
    }
}
