using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.World;

/// <summary>
/// How the database of one host finds the rows of what Entity Framework sent to it. PostgreSQL reads a small table whole whatever indexes it has, so it is asked
/// what it would do if it might not.
/// </summary>
internal sealed class StatementPlans : StatementListener
{
    private readonly KeptHost host;
    private readonly ConcurrentQueue<(string Text, IReadOnlyList<DbParameter> Parameters)> sent = new();

    private StatementPlans(KeptHost host)
        : base(host)
    {
        this.host = host;
        Listen();
    }

    public static StatementPlans Of(KeptHost host) => new(host);

    /// <summary>The steps of a plan that read a whole table, or a whole index of one. What a plan makes itself on its way is none.</summary>
    public static IEnumerable<string> WholeTables(string plan) => plan.Split('\n').Where(step => TestDatabase.IsPostgres
        ? step.Contains("Seq Scan on ", StringComparison.Ordinal)
        : step.Split(' ') is ["SCAN", var name, ..] && !plan.Contains($"CO-ROUTINE {name}\n", StringComparison.Ordinal));

    /// <param name="which">By the text of the statement.</param>
    /// <param name="unsorted">Ask PostgreSQL also what it would do if it might not sort: it then walks an index in order wherever there is one that serves.</param>
    public async Task<IReadOnlyList<string>> PlansAsync(Func<string, bool> which, bool unsorted = false)
    {
        await using var db = host.OpenDb();
        await db.Database.OpenConnectionAsync();
        if (TestDatabase.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
            if (unsorted)
            {
                await db.Database.ExecuteSqlRawAsync("SET enable_sort = off");
            }
        }

        List<string> plans = [];
        foreach (var (text, parameters) in sent.Where(statement => which(statement.Text)))
        {
            plans.Add(await ExplainAsync(db.Database.GetDbConnection(), text, parameters));
        }

        return plans;
    }

    protected override void Sent(DbCommand command) => sent.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>()]));

    private static async Task<string> ExplainAsync(DbConnection connection, string text, IReadOnlyList<DbParameter> parameters)
    {
        await using var explain = connection.CreateCommand();
#pragma warning disable CA2100 // What Entity Framework wrote itself, with its parameters.
        explain.CommandText = $"{(TestDatabase.IsPostgres ? "EXPLAIN" : "EXPLAIN QUERY PLAN")} {text}";
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            var again = explain.CreateParameter();
            (again.ParameterName, again.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(again);
        }

        List<string> steps = [];
        await using var rows = await explain.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            steps.Add(rows.GetString(rows.FieldCount - 1));
        }

        return string.Join('\n', steps);
    }
}
