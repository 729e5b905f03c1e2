using System.Diagnostics;

namespace Kept.Web.Bench;

/// <summary>The same page over a large record and over a small one, asked for in turn, so that both meet the same machine.</summary>
internal static class Growth
{
    private const int Rounds = 120;
    private const int WarmUp = 30;

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

            var (atLarge, atSmall) = await InTurnAsync(large.Client, small.Client, i => path(largePlace, i), i => path(smallPlace, i));
            yield return measure.AtMost(1.3, atLarge / atSmall) with
            {
                Unit = "times",
                Detail = new Dictionary<string, object> { ["largeMedianMs"] = Math.Round(atLarge, 2), ["smallMedianMs"] = Math.Round(atSmall, 2) }
            };
        }
    }

    /// <summary>Median milliseconds of each.</summary>
    private static async Task<(double First, double Second)> InTurnAsync(HttpClient first, HttpClient second, Func<int, string> firstPath, Func<int, string> secondPath)
    {
        List<double> firsts = [], seconds = [];
        for (var i = 0; i < Rounds + WarmUp; i++)
        {
            var (one, other) = (await TimeAsync(first, firstPath(i)), await TimeAsync(second, secondPath(i)));
            if (i >= WarmUp)
            {
                firsts.Add(one);
                seconds.Add(other);
            }
        }

        return (Quantile(firsts, 0.5), Quantile(seconds, 0.5));
    }

    public static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(path);
        await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
        return watch.Elapsed.TotalMilliseconds;
    }

    public static double Quantile(List<double> times, double part)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * part))];
    }
}
