using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kept.Store.PostgreSql;

/// <summary>Tells PostgreSQL which school's rows this connection may touch: the second lock of rule 8. And that it compiles nothing.</summary>
internal sealed class ConnectionOfASchool : DbConnectionInterceptor
{
    public static readonly ConnectionOfASchool Instance = new();

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
        // No statement of ours is worth compiling: it took 90 ms for pages whose rows were there in three.
        command.CommandText = "SELECT set_config('kept.school', $1, false), set_config('jit', 'off', false)";
        command.Parameters.Add(new NpgsqlParameter { Value = tenancy.Setting });
        return command;
    }
}
