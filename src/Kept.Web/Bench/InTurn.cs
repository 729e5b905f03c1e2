using System.Diagnostics;

namespace Kept.Web.Bench;

/// <summary>
/// Two ways of doing a thing, one after the other so that both meet the same machine, over and over until neither gets any quicker: then the code of both is
/// compiled for good, as on a server that has been up for a morning.
/// </summary>
internal static class InTurn
{
    private const int Rounds = 120;

    /// <summary>Batches in a row in which neither way became quicker.</summary>
    private const int Settled = 5;

    private const int MostBatches = 60;

    /// <summary>Code is compiled anew in steps, with some quiet between them that looks like an end.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <summary>What is no quicker than this part of the quickest so far is as quick as before.</summary>
    private const double AsQuick = 0.96;

    /// <param name="first">Takes the number of the round, and gives the milliseconds that it took.</param>
    /// <param name="second">The same of the other way.</param>
    /// <returns>Median milliseconds of each over the batches in which they were settled.</returns>
    public static async Task<(double First, double Second)> MediansAsync(Func<int, Task<double>> first, Func<int, Task<double>> second)
    {
        List<double> firsts = [], seconds = [];
        var (best, other) = (double.MaxValue, double.MaxValue);
        var watch = Stopwatch.StartNew();
        for (var batch = 0; batch < MostBatches && firsts.Count < Settled * Rounds; batch++)
        {
            List<double> ones = [], others = [];
            for (var i = 0; i < Rounds; i++)
            {
                ones.Add(await first((batch * Rounds) + i));
                others.Add(await second((batch * Rounds) + i));
            }

            var (one, two) = (Quantile(ones, 0.5), Quantile(others, 0.5));
            if (one < best * AsQuick || two < other * AsQuick || watch.Elapsed < WarmUp)
            {
                firsts.Clear();
                seconds.Clear();
            }

            (best, other) = (Math.Min(best, one), Math.Min(other, two));
            firsts.AddRange(ones);
            seconds.AddRange(others);
        }

        return (Quantile(firsts, 0.5), Quantile(seconds, 0.5));
    }

    /// <summary>Milliseconds until a page has come whole.</summary>
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
