using System.Data.Common;
using Npgsql;

namespace Kept.Store.PostgreSql;

/// <summary>
/// Statements that PostgreSQL keeps read and planned on each connection, so that a page asked for again is not planned again (decision 24). A
/// connection string that says how many has its way: a pool in front of the database that hands connections on between statements must say 0.
/// </summary>
internal static class PreparedStatements
{
    /// <summary>On each connection, those used last. A large plan takes the server a few hundred kilobytes.</summary>
    public const int Most = 60;

    /// <summary>From the second time on: what is asked once is not worth keeping.</summary>
    private const int FromTheTime = 2;

    private static readonly string[] Names = ["Max Auto Prepare", "MaxAutoPrepare"];

    public static NpgsqlDataSourceBuilder KeptBy(string connectionString)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString);
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!Names.Any(said.ContainsKey))
        {
            source.ConnectionStringBuilder.MaxAutoPrepare = Most;
            source.ConnectionStringBuilder.AutoPrepareMinUsages = FromTheTime;
        }

        return source;
    }
}
