using System.Data.Common;
using System.Diagnostics;
using Kept.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Web.Bench;

/// <summary>
/// What could be written by hand: one address that answers two bytes, and one that runs the statements of the pupil's page on a
/// pooled connection, reads every value and writes the page's bytes. No routing to speak of, no sign-in, no rules.
/// </summary>
internal static class Handwritten
{
    public static async Task<WebApplication> StartAsync(Database database, Guid school, IReadOnlyList<Statement> statements, byte[] page, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/bare", () => "ok");
        app.MapGet("/pupil", async (HttpContext http) =>
        {
            await RunAsync(database, school, statements, http.RequestAborted);
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = page.Length;
            await http.Response.Body.WriteAsync(page, http.RequestAborted);
        });
        await app.StartAsync(cancel);
        return app;
    }

    private static async Task RunAsync(Database database, Guid school, IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, school, cancel);
        foreach (var statement in statements)
        {
            await RunAsync(connection, statement, cancel);
        }
    }

    /// <summary>The least milliseconds that each statement takes by itself: says which one to look at.</summary>
    public static async Task<IReadOnlyList<double>> TimeEachAsync(Database database, Guid school, IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, school, cancel);
        List<double> times = [];
        foreach (var statement in statements)
        {
            var least = double.MaxValue;
            for (var i = 0; i < 10; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await RunAsync(connection, statement, cancel);
                least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Add(Math.Round(least, 2));
        }

        return times;
    }

    private static async Task RunAsync(DbConnection connection, Statement statement, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(cancel))
        {
            reader.GetValues(values);
        }
    }

    private static async Task<DbConnection> OpenAsync(Database database, Guid school, CancellationToken cancel)
    {
        var connection = Connection(database);
        await connection.OpenAsync(cancel);
        if (connection is NpgsqlConnection)
        {
            await using var setting = connection.CreateCommand();
            setting.CommandText = $"SELECT set_config('kept.school', '{school}', false)";
            await setting.ExecuteNonQueryAsync(cancel);
        }

        return connection;
    }

    private static DbConnection Connection(Database database) => database.Kind is DatabaseKind.PostgreSql
        ? new NpgsqlConnection(database.ConnectionString)
        : new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = true }.ToString());
}
