using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Web.Tests.Features.Staff;

/// <summary>
/// Asks the database how it would answer each statement of a page: none may read a whole table that grows with the years. KEPT_TEST_ROWS
/// says how many entries and actions one school has.
/// </summary>
public sealed partial class PlansTests(KeptHost host) : PageTest(host), IAsyncLifetime
{
    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("KEPT_TEST_ROWS") ?? "20000", CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        await using var db = Host.OpenDb();
        if (await db.LogEntries.AnyAsync(Cancel))
        {
            return;
        }

        db.Database.SetCommandTimeout(600);
        foreach (var statement in ManyRows.Sql(World.Hillview.Id.ToString(), Rows))
        {
            await db.Database.ExecuteSqlRawAsync(statement, Cancel);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/today", false)]
    [InlineData("/today", true)]
    [InlineData("/pupils/{0}", false)]
    [InlineData("/pupils/{0}", true)]
    [InlineData("/actions", false)]
    [InlineData("/actions", true)]
    [InlineData("/actions?late=true", false)]
    [InlineData("/actions?pupil={0}&status=all", false)]
    [InlineData("/actions?status=all&page=3", false)]
    [InlineData("/actions?year=5&source=Phone", false)]
    [InlineData("/pupils", false)]
    [InlineData("/pupils", true)]
    public async Task No_statement_reads_a_whole_table_of_the_record(string url, bool byATeacher)
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "All the rows here are one school's: PostgreSQL may rightly read a table whole when it wants most of it");

        var viewer = As(byATeacher ? World.Teacher : World.Senco);
        url = string.Format(CultureInfo.InvariantCulture, url, World.Leo.Id);
        await viewer.GetAsync(url);
        using var asked = Asked.Of(Host);
        await viewer.GetAsync(url);

        Assert.NotEmpty(asked.Plans);
        var scans = asked.Plans.Where(plan => Scan().IsMatch(WithoutBounded(plan.Plan))).Select(plan => $"{plan.Plan}\n{plan.Sql}").ToList();
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    /// <summary>Reading through what a bounded part of the same statement gave is no scan of a table.</summary>
    private static string WithoutBounded(string plan) =>
        Bounded().Matches(plan).Aggregate(plan, (left, part) => left.Replace($"SCAN {part.Groups["name"].Value}", "", StringComparison.Ordinal));

    [GeneratedRegex(@"(CO-ROUTINE|MATERIALIZE) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bounded();

    /// <summary>SQLite names the alias of a table, which EF makes of its first letter; PostgreSQL names the table.</summary>
    [GeneratedRegex(@"^\s*SCAN (l|a|e)\d*(?!\S)(?! USING INDEX ix_\w+)|Seq Scan on (log_entries|actions|entry_versions|reviews|enquiries|action_changes)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();

    /// <summary>Every statement that one host sends, with the database's plan for it.</summary>
    private sealed class Asked(KeptHost host, string database) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];

        public List<(string Sql, string Plan)> Plans { get; } = [];

        public static Asked Of(KeptHost host)
        {
            using var db = host.OpenDb();
            var asked = new Asked(host, db.Database.GetDbConnection().Database + db.Database.GetDbConnection().DataSource);
            asked.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(asked));
            return asked;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name is "Microsoft.EntityFrameworkCore")
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Context: KeptDb db, Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name
                && db.Database.GetDbConnection().Database + db.Database.GetDbConnection().DataSource == database
                && command.CommandText.Contains("SELECT", StringComparison.Ordinal))
            {
                Plans.Add((command.CommandText, Explain(command)));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());

        private string Explain(DbCommand asked)
        {
            using var db = host.OpenDb();
            db.Database.OpenConnection();
            using var explain = db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = (TestDatabase.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + asked.CommandText;
            foreach (DbParameter given in asked.Parameters)
            {
                var same = explain.CreateParameter();
                (same.ParameterName, same.Value) = (given.ParameterName, given.Value);
                explain.Parameters.Add(same);
            }

            using var lines = explain.ExecuteReader();
            List<string> plan = [];
            while (lines.Read())
            {
                plan.Add(lines.GetString(lines.FieldCount - 1));
            }

            return string.Join('\n', plan);
        }
    }
}
