using System.Globalization;
using Kept.Web.World;

namespace Kept.Web.Bench;

/// <summary>What comes in and goes out as files, each by the command in a process of its own.</summary>
internal static class Files
{
    private const int Imported = 50_000;

    public static async IAsyncEnumerable<Measure> ImportAsync(BenchPlace bench, int seed)
    {
        var took = new Measure("import", $"importing {Imported:N0} pupils with carers") { Kind = "guide", Unit = "seconds" };
        var memory = new Measure("import: memory", $"most memory while importing {Imported:N0} pupils, against {Imported / 10:N0}");
        var (few, many) = (await ImportAsync(bench, Imported / 10, seed, 5000), await ImportAsync(bench, Imported, seed + 1, 6000));
        if ((few.Problem ?? many.Problem) is { } problem)
        {
            yield return took with { Skipped = problem };
            yield break;
        }

        yield return took.AtMost(60, many.Took.TotalSeconds);
        yield return memory.AtMost(1.3, many.Peak / few.Peak) with
        {
            Unit = "times",
            Detail = new Dictionary<string, object> { ["manyMB"] = Math.Round(many.Peak), ["fewMB"] = Math.Round(few.Peak) }
        };
    }

    public static async Task<Measure> ExportAsync(BenchPlace large, BenchPlace small)
    {
        var measure = new Measure("export: memory", "most memory while a school’s log is written as CSV, large record against small") { Unit = "times" };
        var (little, much) = (await ExportAsync(small), await ExportAsync(large));
        return little.Problem is not null || much.Problem is not null
            ? measure with { Skipped = little.Problem ?? much.Problem }
            : measure.AtMost(1.3, much.Peak / little.Peak) with
            {
                Detail = new Dictionary<string, object> { ["largeMB"] = Math.Round(much.Peak), ["smallMB"] = Math.Round(little.Peak), ["largeSeconds"] = Math.Round(much.Took.TotalSeconds, 1) }
            };
    }

    private static async Task<(string? Problem, TimeSpan Took, double Peak)> ImportAsync(BenchPlace bench, int pupils, int seed, int establishment)
    {
        var file = Path.Combine(bench.Place.Directory, "pupils.csv");
        await WriteRollAsync(file, pupils, seed, establishment);
        return await RunAsync(bench, "import", "pupils", file, "--school", "bench-1");
    }

    private static Task<(string? Problem, TimeSpan Took, double Peak)> ExportAsync(BenchPlace bench) =>
        RunAsync(bench, "export", "log", "--school", "bench-1", "--format", "csv", "--out", Path.Combine(bench.Place.Directory, "log.csv"));

    private static async Task<(string? Problem, TimeSpan Took, double Peak)> RunAsync(BenchPlace bench, params string[] arguments)
    {
        using var child = KeptProcess.Run(bench, arguments);
        var (peak, took) = await child.WatchToTheEndAsync(TimeSpan.FromMinutes(5), default);
        var problem = child.HasEnded && child.ExitCode is 0 ? null : $"./kept {arguments[0]} {arguments[1]} is not there yet, or failed: {child.LastWords}";
        return (problem, took, peak);
    }

    /// <summary>As Arbor exports a roll: British dates, two guardians.</summary>
    private static async Task WriteRollAsync(string file, int pupils, int seed, int establishment)
    {
        var dice = new Dice(seed, "roll");
        await using var roll = new StreamWriter(file);
        await roll.WriteLineAsync("UPN,Legal First Name,Legal Last Name,Preferred First Name,Date of Birth,Year Group,Registration Form,SEN Status,SEN Need,Parent 1 Name,Parent 1 Relationship,Parent 1 Mobile");
        for (var i = 0; i < pupils; i++)
        {
            var names = Names.Draw(dice);
            var family = dice.Pick(names.Families);
            var row = string.Create(CultureInfo.InvariantCulture,
                $"{MadeUpUpn.Of(establishment + (i / 30_000), 2021, i % 30_000)},{dice.Pick(names.Girls)},{family},,{dice.Between(1, 28):00}/{dice.Between(1, 12):00}/2014,Year 7,7A,K,SEMH,Ms {dice.Pick(names.Mothers)} {family},Mother,07700 900{i % 1000:000}");
            await roll.WriteLineAsync(row);
        }
    }
}
