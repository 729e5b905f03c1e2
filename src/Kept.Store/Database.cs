using System.Data.Common;
using Kept.Store.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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

    /// <summary>A PostgreSQL database. The role that connects must not be a superuser: row-level security does not bind one.</summary>
    public static Database OfPostgreSql(string connectionString)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString).Build();
        return new Database(DatabaseKind.PostgreSql, connectionString, options => options.UseNpgsql(source));
    }

    /// <summary>Anything with a host is PostgreSQL's; everything else is a file's path.</summary>
    public static Database Of(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || connection.StartsWith("postgres", StringComparison.OrdinalIgnoreCase)
            ? OfPostgreSql(connection)
            : OfFile(connection);

    public KeptDb Open(Tenancy tenancy) => new(options.Value, tenancy);

    /// <summary>Closes what waits for its next use: before the file is moved, copied or removed.</summary>
    public void LetGo() => warm?.LetGo();

    private static DbContextOptions<KeptDb> Options(Action<DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<KeptDb>();
        use(builder);
        builder.UseApplicationServiceProvider(IdentityTables);
        builder.AddInterceptors(SchoolOfTheConnection.Instance);
        builder.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.PendingModelChangesWarning,
            RelationalEventId.MultipleCollectionIncludeWarning,
            CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        return builder.Options;
    }
}

/// <summary>Tells PostgreSQL which school's rows this connection may touch: the second lock of rule 8.</summary>
internal sealed class SchoolOfTheConnection : DbConnectionInterceptor
{
    public static readonly SchoolOfTheConnection Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is NpgsqlConnection && eventData.Context is KeptDb db)
        {
            using var command = Setting(connection, db.Tenancy);
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (connection is NpgsqlConnection && eventData.Context is KeptDb db)
        {
            await using var command = Setting(connection, db.Tenancy);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand Setting(DbConnection connection, Tenancy tenancy)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT set_config('kept.school', $1, false)";
        command.Parameters.Add(new NpgsqlParameter { Value = tenancy.Setting });
        return command;
    }
}
