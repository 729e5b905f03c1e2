using Kept.Store.PostgreSql;
using Kept.Store.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Store;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql
}

/// <summary>Where the record is kept: one SQLite file, or a PostgreSQL database.</summary>
public sealed class Database
{
    /// <summary>Passkeys came with the third version of Identity's tables; the model asks here which version we mean.</summary>
    private static readonly ServiceProvider IdentityTables = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private readonly Lazy<DbContextOptions<KeptDb>> options;

    private readonly WarmConnections? warm;

    private Database(DatabaseKind kind, string connectionString, Action<DbContextOptionsBuilder> use, WarmConnections? warm = null)
    {
        this.warm = warm;
        Kind = kind;
        ConnectionString = connectionString;
        options = new(() => Options(use));
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>One file. Connections that stay open; foreign keys on; the write-ahead log is set up when it is migrated.</summary>
    public static Database OfFile(string path)
    {
        SqliteLibrary.SetUp();
        // Those that stay open need no second pool behind them.
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 60, Pooling = false }.ToString();
        var connections = new WarmConnections(connection);
        return new Database(DatabaseKind.Sqlite, connection, options => options
            .UseSqlite(connection)
            .AddInterceptors(connections, WarmStatements.Instance, SqliteDurability.Instance), connections);
    }

    /// <summary>
    /// A PostgreSQL database. The role that connects must not be a superuser: row-level security does not bind one. Each connection keeps the statements
    /// that come again prepared (decision 24).
    /// </summary>
    public static Database OfPostgreSql(string connectionString)
    {
        var source = PreparedStatements.KeptBy(connectionString).Build();
        return new Database(DatabaseKind.PostgreSql, connectionString, options => options.UseNpgsql(source));
    }

    public KeptDb Open(Tenancy tenancy) => new(options.Value, tenancy);

    /// <summary>Counts anew what has grown much since it was counted, by which the quickest way to an answer is chosen. Where that is done already, nothing.</summary>
    public async Task RefreshStatisticsAsync(CancellationToken cancel)
    {
        if (Kind is not DatabaseKind.Sqlite)
        {
            return;
        }

        await using (var db = Open(new Tenancy()))
        {
            await db.Database.OpenConnectionAsync(cancel);
            await SqliteStatistics.RefreshAsync(db.Database.GetDbConnection(), cancel);
        }

        // A connection reads the counts when it is opened, and never again.
        LetGo();
    }

    /// <summary>Closes what waits for its next use: before the file is moved, copied or removed.</summary>
    public void LetGo() => warm?.LetGo();

    private static DbContextOptions<KeptDb> Options(Action<DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<KeptDb>();
        use(builder);
        builder.UseApplicationServiceProvider(IdentityTables);
        builder.AddInterceptors(ConnectionOfASchool.Instance);
        builder.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.PendingModelChangesWarning,
            RelationalEventId.MultipleCollectionIncludeWarning,
            CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        return builder.Options;
    }
}
