using Kept.Store;
using Kept.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Web.Tests.World;

/// <summary>
/// A database of one test class, in a folder of its own. KEPT_TEST_DATABASE says which kind: "sqlite" (the default) or
/// "postgres", and then KEPT_TEST_POSTGRES is the connection of a role that may create databases and is no superuser.
/// </summary>
public sealed class TestDatabase
{
    private const int MostTriesToDrop = 50;

    private const string AskForPostgres =
        "KEPT_TEST_DATABASE is postgres, so KEPT_TEST_POSTGRES must be a connection string to a server for tests. ./test starts one.";

    private readonly string name;

    private TestDatabase(string name, Place place)
    {
        this.name = name;
        Place = place;
    }

    public static bool IsPostgres { get; } =
        string.Equals(Environment.GetEnvironmentVariable("KEPT_TEST_DATABASE"), "postgres", StringComparison.OrdinalIgnoreCase);

    public Place Place { get; }

    private static string Server =>
        Environment.GetEnvironmentVariable("KEPT_TEST_POSTGRES") ?? throw new InvalidOperationException(AskForPostgres);

    /// <summary>An empty database: no table in it.</summary>
    public static async Task<TestDatabase> EmptyAsync()
    {
        var fresh = NewName();
        if (IsPostgres)
        {
            await OnServerAsync($"CREATE DATABASE {fresh}");
        }

        return At(fresh, pooled: false);
    }

    /// <summary>A copy of this one, which nobody may have open.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        var copy = NewName();
        if (IsPostgres)
        {
            await OnServerAsync($"CREATE DATABASE {copy} TEMPLATE {name}");
            return At(copy, pooled: true);
        }

        var made = At(copy, pooled: true);
        File.Copy(FileIn(Place.Directory), FileIn(made.Place.Directory));
        return made;
    }

    /// <summary>Closes what this process still holds open, so that a copy is whole.</summary>
    public void LetGo() => Place.Database.LetGo();

    public async Task RemoveAsync()
    {
        LetGo();
        if (IsPostgres)
        {
            await DropAsync();
        }

        Directory.Delete(Place.Directory, recursive: true);
    }

    /// <summary>
    /// The server's own housekeeping may be looking at the database in this moment, and who owns the database may not send that away: it is
    /// done a moment later.
    /// </summary>
    private async Task DropAsync()
    {
        for (var again = MostTriesToDrop; ; again--)
        {
            try
            {
                await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                return;
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.InsufficientPrivilege && again > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static TestDatabase At(string name, bool pooled)
    {
        var folder = Directory.CreateTempSubdirectory(name + "_").FullName;
        return new TestDatabase(name, new Place(folder, IsPostgres ? OnServer(name, pooled) : Database.OfFile(FileIn(folder))));
    }

    private static Database OnServer(string name, bool pooled) =>
        Database.OfPostgreSql(new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = pooled, MaxPoolSize = 20 }.ToString());

    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static string FileIn(string folder) => Path.Combine(folder, "kept.db");

    private static string NewName() => $"kept_test_{Guid.NewGuid():N}";
}
