using Kept.Store;
using Kept.Web.Hosting;
using Npgsql;

namespace Kept.Web.Bench;

/// <param name="Only">Part of the name of what to measure; null for all but the writers' drill, which takes a minute and is asked for.</param>
internal sealed record BenchOptions(Place Place, TrustSize Large, TrustSize Small, int Seconds, int Clients, string? Only);

/// <summary>Measures every row of the budgets that exists so far, in one run on one machine.</summary>
internal sealed class BenchRun(BenchOptions options, IProgress<string> progress)
{
    private readonly List<Measure> measures = [];

    public async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancel)
    {
        var large = await BenchPlace.MakeAsync(await BesideAsync("large"), options.Large, progress, cancel);
        if (Wants("writers") && options.Only is not null)
        {
            progress.Report("writers");
            measures.Add(await new Writers(large, await CookieAsync(large, cancel), options.Clients, TimeSpan.FromSeconds(options.Seconds)).MeasureAsync(cancel));
            return measures;
        }

        await AddAsync("saving", () => SavingAsync(cancel));
        var small = await BenchPlace.MakeAsync(await BesideAsync("small"), options.Small, progress, cancel);
        await InThisProcessAsync(large, small, cancel);
        await InOtherProcessesAsync(large, small, await CookieAsync(large, cancel));
        return measures;
    }

    /// <summary>
    /// In a record of its own that nothing serves: what goes on in the background would write into one of the two ways as it happens, and thousands of
    /// actions of one owner would be met by the pages that are measured afterwards.
    /// </summary>
    private async Task<Measure> SavingAsync(CancellationToken cancel) =>
        await Saving.MeasureAsync(await BenchPlace.MakeAsync(await BesideAsync("saving"), options.Large, progress, cancel), cancel);

    private async Task InThisProcessAsync(BenchPlace large, BenchPlace small, CancellationToken cancel)
    {
        var watch = new SqlWatch();
        await using var served = await Served.StartAsync(large, watch, cancel);
        if (Wants("growth"))
        {
            await using var less = await Served.StartAsync(small, null, cancel);
            await AddAsync("growth", Growth.MeasureAsync(served, less, large, small));
        }

        await AddAsync("statements", Throughput.CountStatementsAsync(served, watch, large));
        await AddAsync("handwritten", Throughput.MeasureAsync(served, watch, large, options.Seconds, cancel));
        await AddAsync("search", () => Searching.MeasureAsync(served, large, cancel));
        await AddAsync("document search", () => Papers.MeasureAsync(served, large, cancel));
        await AddAsync("chronology and pack", LongStory.MeasureAsync(served, watch, large));
        await AddAsync("first view", () => FirstView.MeasureAsync(served, large, cancel));
    }

    private async Task InOtherProcessesAsync(BenchPlace large, BenchPlace small, string cookie)
    {
        await AddAsync("memory", Processes.MeasureAsync(large, cookie, options.Seconds));
        await AddAsync("export", () => Files.ExportAsync(large, small));

        // Last: it adds to the small record.
        await AddAsync("import", Files.ImportAsync(small, options.Small.Seed));
    }

    private async Task AddAsync(string name, IAsyncEnumerable<Measure> measuring)
    {
        if (!Wants(name))
        {
            return;
        }

        progress.Report(name);
        await foreach (var measure in measuring)
        {
            measures.Add(measure);
        }
    }

    private async Task AddAsync(string name, Func<Task<Measure>> measuring)
    {
        if (Wants(name))
        {
            progress.Report(name);
            measures.Add(await measuring());
        }
    }

    private bool Wants(string name) =>
        options.Only is not { } only || name.Contains(only, StringComparison.OrdinalIgnoreCase) || only.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static async Task<string> CookieAsync(BenchPlace bench, CancellationToken cancel)
    {
        await using var served = await Served.StartAsync(bench, cancel: cancel);
        return served.Cookie;
    }

    /// <summary>A folder and a database of its own for each of the two records.</summary>
    private async Task<Place> BesideAsync(string name)
    {
        var directory = Directory.CreateDirectory(Path.Combine(options.Place.Directory, name)).FullName;
        if (options.Place.Database.Kind is DatabaseKind.Sqlite)
        {
            return new Place(directory, Database.OfFile(Path.Combine(directory, "kept.db")));
        }

        var connection = new NpgsqlConnectionStringBuilder(options.Place.Database.ConnectionString);
        var database = $"{connection.Database}_{name}";
        await using var server = new NpgsqlConnection(connection.ConnectionString);
        await server.OpenAsync();
        await using var create = server.CreateCommand();
        create.CommandText = $"SELECT count(*) FROM pg_database WHERE datname = '{database}'";
        if (await create.ExecuteScalarAsync() is 0L)
        {
            create.CommandText = $"CREATE DATABASE \"{database}\"";
            await create.ExecuteNonQueryAsync();
        }

        connection.Database = database;
        return new Place(directory, Database.OfPostgreSql(connection.ConnectionString));
    }
}
