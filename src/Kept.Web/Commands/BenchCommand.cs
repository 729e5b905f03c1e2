using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kept.Web.Bench;

namespace Kept.Web.Commands;

/// <summary>./kept bench: makes a trust of any size and measures the budgets on it. 0 when all are met, 1 when one is not.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    private static readonly Option<int> Entries = new("--entries") { Description = "Log entries of the large record", DefaultValueFactory = _ => 200_000 };
    private static readonly Option<int> Against = new("--against") { Description = "Log entries of the small record", DefaultValueFactory = _ => 5_000 };
    private static readonly Option<int?> Pupils = new("--pupils") { Description = "Pupils of the large record (one for each twenty entries)" };
    private static readonly Option<int?> Schools = new("--schools") { Description = "Schools of the large record (one for each thousand pupils)" };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same people and entries", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long each load lasts; the writers’ drill as a whole", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Clients = new("--clients") { Description = "Clients of the writers’ drill", DefaultValueFactory = _ => 32 };
    private static readonly Option<string?> Only = new("--only") { Description = "Measure only what has this in its name; “writers” for the drill", HelpName = "NAME" };

    public static Command Create()
    {
        var command = new Command("bench", "Make a trust of any size and measure the budgets on it. Prints JSON.");
        var where = Where.On(command, "bench");
        foreach (var option in (Option[])[Entries, Against, Pupils, Schools, Seed, Seconds, Clients, Only])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            var seed = parsed.GetValue(Seed);
            var options = new BenchOptions(
                where.Of(parsed),
                TrustSize.Of(parsed.GetValue(Entries), parsed.GetValue(Pupils), parsed.GetValue(Schools), seed),
                TrustSize.Of(parsed.GetValue(Against), null, null, seed),
                parsed.GetValue(Seconds),
                parsed.GetValue(Clients),
                parsed.GetValue(Only));
            var measures = await new BenchRun(options, new OnTheErrorStream()).RunAsync(cancel);
            Console.WriteLine(JsonSerializer.Serialize(Report(options, measures), Readable));
            return measures.All(m => m.Met is not false) ? 0 : 1;
        });
        return command;
    }

    private static object Report(BenchOptions options, IReadOnlyList<Measure> measures) => new
    {
        Machine = new { Cores = Environment.ProcessorCount, System = RuntimeInformation.OSDescription, Runtime = RuntimeInformation.FrameworkDescription },
        Database = options.Place.Database.Kind.ToString(),
        options.Large,
        options.Small,
        Load = Load.By,
        Measures = measures
    };

    private sealed class OnTheErrorStream : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine($"bench: {value}");
    }
}
