using Kept.Domain;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.PostgreSql;

/// <summary>How a connection to a server is set up. A file has none of this.</summary>
public sealed class ConnectionTests(KeptHost host) : PageTest(host)
{
    private const string Why = "Only PostgreSQL has a server";

    [Fact]
    public async Task What_is_asked_again_is_kept_prepared()
    {
        await using var db = OfAServer();

        Assert.NotEqual(0, await PreparedAfterAskingAsync(db));
    }

    /// <summary>For a pool in front of the database that hands connections on between statements.</summary>
    [Fact]
    public async Task A_connection_string_that_wants_nothing_prepared_has_its_way()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, Why);
        var database = Kept.Store.Database.OfPostgreSql($"{Host.Place.Database.ConnectionString};Max Auto Prepare=0");
        await using var db = database.Open(Tenancy.Of(World.Hillview.Id));

        Assert.Equal(0, await PreparedAfterAskingAsync(db));
    }

    [Fact]
    public async Task The_server_compiles_no_statement()
    {
        await using var db = OfAServer();

        Assert.Equal("off", await db.Database.SqlQuery<string>($"SELECT current_setting('jit') AS \"Value\"").SingleAsync(Cancel));
    }

    private KeptDb OfAServer()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, Why);
        return Host.OpenDb();
    }

    private static async Task<int> PreparedAfterAskingAsync(KeptDb db)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        for (var time = 0; time < 3; time++)
        {
            await db.Pupils.AsNoTracking().Take(3).ToListAsync(Cancel);
        }

        return await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_prepared_statements WHERE statement LIKE '%FROM pupils%'").SingleAsync(Cancel);
    }
}
