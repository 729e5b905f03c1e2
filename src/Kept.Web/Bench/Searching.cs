namespace Kept.Web.Bench;

/// <summary>Search as people type it: half words, names, several words, mistakes.</summary>
internal static class Searching
{
    private static readonly string[] Queries =
    [
        "morning", "sensory breaks", "readng", "homework maths", "Wójcik", "hussain", "fire drill", "toilet door", "laptop exam", "Okonkwo", "start-of-day plan", "quiet table", "bus escort", "Szczesny", "lunch"
    ];

    public static async Task<Measure> MeasureAsync(Served served, BenchPlace bench, CancellationToken cancel)
    {
        var measure = new Measure("search", $"search over {bench.Size.Entries:N0} entries, 95 of 100") { Kind = "guide", Unit = "ms" };
        if (!await served.HasAsync("/search?q=morning", cancel))
        {
            return measure with { Skipped = "the page is not there yet" };
        }

        List<double> times = [];
        for (var i = 0; i < 220; i++)
        {
            var took = await InTurn.TimeAsync(served.Client, $"/search?q={Uri.EscapeDataString(Queries[i % Queries.Length])}");
            if (i >= 20)
            {
                times.Add(took);
            }
        }

        return measure.AtMost(50, InTurn.Quantile(times, 0.95)) with { Detail = new Dictionary<string, object> { ["medianMs"] = Math.Round(InTurn.Quantile(times, 0.5), 2) } };
    }
}
