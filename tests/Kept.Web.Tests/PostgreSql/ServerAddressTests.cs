using Kept.Store.PostgreSql;
using Npgsql;

namespace Kept.Web.Tests.PostgreSql;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("postgres://kept:p%40ss%3Aword@db.example:6432/trust?sslmode=verify-full", "db.example", 6432, "kept", "p@ss:word", "trust", SslMode.VerifyFull)]
    [InlineData("postgresql://kept@db.example/trust", "db.example", 5432, "kept", null, "trust", SslMode.Prefer)]
    [InlineData("host=db.example; username=kept; password=a=b; database=trust", "db.example", 5432, "kept", "a=b", "trust", SslMode.Prefer)]
    public void Both_ways_of_writing_it_say_the_same(string written, string host, int port, string user, string? password, string database, SslMode ssl)
    {
        var parts = new NpgsqlConnectionStringBuilder(ServerAddress.Read(written).OrThrow());

        Assert.Equal((host, port, user, password, database, ssl), (parts.Host, parts.Port, parts.Username, parts.Password, parts.Database, parts.SslMode));
    }

    [Theory]
    [InlineData("kept.db", "no address")]
    [InlineData("", "does not say where")]
    [InlineData("Username=kept;Password=secret", "does not say where")]
    [InlineData("postgres://", "does not say where")]
    [InlineData("Host=db.example;Pasword=secret", "no part “pasword”")]
    [InlineData("postgres://kept:secret@db.example/trust?colour=blue", "no part “colour”")]
    [InlineData("postgres://kept:secret@db.example/trust?sslmode=maybe", "no part “sslmode”")]
    [InlineData("Host=db.example;Port=secret", "no part “port”")]
    public void What_is_no_address_is_refused_without_repeating_the_password(string written, string sentence)
    {
        Assert.True(ServerAddress.Read(written).Refused(out var refused));

        Assert.Contains(sentence, refused.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Sentence, StringComparison.Ordinal);
    }
}
