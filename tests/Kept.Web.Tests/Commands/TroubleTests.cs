using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Kept.Store;
using Kept.Web.Commands;
using Kept.Web.Hosting;
using Kept.Web.Tests.World;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Web.Tests.Commands;

/// <summary>Who starts Kept and made a mistake reads one sentence about it, and no trace of our code.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-trouble-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_address_that_something_else_listens_on()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await Migrations.BringUpToDateAsync(Here(), Cancel);
        await using var app = KeptApp.Create(new KeptAppOptions(Here(), IsDemo: false, $"http://{other.LocalEndpoint}"));

        Assert.Contains("Something else listens on that address", Trouble.InWords(await Assert.ThrowsAsync<IOException>(() => app.StartAsync(Cancel))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "kept.db"), "Dear Mrs Khan, thank you for your letter", Cancel);

        var thrown = await Assert.ThrowsAsync<SqliteException>(() => Migrations.BringUpToDateAsync(Here(), Cancel));

        Assert.Contains("is not an SQLite database", Trouble.InWords(thrown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();

        var thrown = await Assert.ThrowsAsync<NpgsqlException>(() => OpenAsync($"Host=127.0.0.1;Port={port};Username=kept;Database=kept"));

        Assert.StartsWith("PostgreSQL does not answer at this address", Trouble.InWords(thrown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Only PostgreSQL has a server");
        var elsewhere = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("KEPT_TEST_POSTGRES")) { Database = "kept_nowhere" };

        var thrown = await Assert.ThrowsAsync<PostgresException>(() => OpenAsync(elsewhere.ConnectionString));

        Assert.StartsWith("PostgreSQL has no database of that name", Trouble.InWords(thrown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_is_none() => Assert.Null(Trouble.InWords(new InvalidOperationException("Sequence contains no elements")));

    [Theory]
    [InlineData("serve --urls 5080", "--urls is one address or more")]
    [InlineData("serve --urls http://127.0.0.1:5080;ftp://x", "--urls is one address or more")]
    [InlineData("verify --database Hots=db.example", "--database: PostgreSQL’s address has no part “hots”")]
    [InlineData("verify --data FILE", "--data is a folder, and")]
    public void What_was_written_wrongly_is_told_before_anything_is_begun(string line, string sentence)
    {
        var file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "");
        var root = new RootCommand { ServeCommand.Create(), VerifyCommand.Create() };

        var parsed = root.Parse(line.Replace("FILE", file, StringComparison.Ordinal).Split(' '));

        Assert.Contains(parsed.Errors, error => error.Message.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("serve --urls http://+:5080;https://kept.example")]
    [InlineData("serve --urls http://*:80")]
    [InlineData("serve --urls http://[::]:5080/")]
    public void Every_way_to_say_where_to_listen_is_taken(string line) => Assert.Empty(new RootCommand { ServeCommand.Create() }.Parse(line.Split(' ')).Errors);

    private static async Task OpenAsync(string connection)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync(Cancel);
    }

    private Place Here() => new(folder.FullName, Database.OfFile(Path.Combine(folder.FullName, "kept.db")));
}
