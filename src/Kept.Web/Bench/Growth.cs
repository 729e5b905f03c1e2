namespace Kept.Web.Bench;

/// <summary>The same page over a large record and over a small one, asked for in turn, so that both meet the same machine.</summary>
internal static class Growth
{
    public static async IAsyncEnumerable<Measure> MeasureAsync(Served large, Served small, BenchPlace largePlace, BenchPlace smallPlace)
    {
        (string Name, Func<BenchPlace, int, string> Path)[] pages =
        [
            ("pupil page", (place, i) => $"/pupils/{place.Pupils[i % place.Pupils.Count]}"), ("Today", (_, _) => "/today"), ("action log", (_, _) => "/actions")
        ];
        foreach (var (name, path) in pages)
        {
            var measure = new Measure($"growth: {name}", $"{name} at {largePlace.Size.Entries:N0} entries against {smallPlace.Size.Entries:N0}");
            if (!await large.HasAsync(path(largePlace, 0), default))
            {
                yield return measure with { Skipped = "the page is not there yet" };
                continue;
            }

            var (atLarge, atSmall) = await InTurn.MediansAsync(
                i => InTurn.TimeAsync(large.Client, path(largePlace, i)), i => InTurn.TimeAsync(small.Client, path(smallPlace, i)));
            yield return measure.AtMost(1.3, atLarge / atSmall) with
            {
                Unit = "times",
                Detail = new Dictionary<string, object> { ["largeMedianMs"] = Math.Round(atLarge, 2), ["smallMedianMs"] = Math.Round(atSmall, 2) }
            };
        }
    }
}
