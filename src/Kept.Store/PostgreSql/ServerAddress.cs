using Kept.Domain;
using Npgsql;

namespace Kept.Store.PostgreSql;

/// <summary>
/// Where a PostgreSQL database is, as people write it: in parts ("Host=…;Username=…;Password=…;Database=…"), or as the one address that hosts hand out
/// ("postgres://name:password@host:port/database?sslmode=require"). A refusal never repeats what was written: there is a password in it.
/// </summary>
public static class ServerAddress
{
    private const string AsParts = "Write it as “Host=…;Username=…;Password=…;Database=…”, or as postgres://name:password@host/database.";

    private static readonly string[] Schemes = ["postgres", "postgresql"];

    /// <summary>The same in parts.</summary>
    public static Result<string> Read(string written)
    {
        try
        {
            var parts = IsOneAddress(written) ? PartsOf(written) : new NpgsqlConnectionStringBuilder(written);
            if (parts is null || string.IsNullOrWhiteSpace(parts.Host))
            {
                return new Refusal($"This does not say where PostgreSQL is. {AsParts}");
            }

            return parts.ConnectionString;
        }
        catch (ArgumentException unknown) when (unknown.ParamName is { } part && part.All(letter => char.IsLetter(letter) || letter is ' '))
        {
            return new Refusal($"PostgreSQL’s address has no part “{part}”, or not with this value. {AsParts}");
        }
        catch (ArgumentException)
        {
            return new Refusal($"This is no address of a PostgreSQL database. {AsParts}");
        }
    }

    private static bool IsOneAddress(string written) => Schemes.Any(scheme => written.StartsWith($"{scheme}://", StringComparison.OrdinalIgnoreCase));

    private static NpgsqlConnectionStringBuilder? PartsOf(string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address))
        {
            return null;
        }

        var user = address.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder { Host = address.Host };
        parts.Port = address.Port < 0 ? parts.Port : address.Port;
        parts.Username = Plain(user[0]);
        parts.Password = user.Length > 1 ? Plain(user[1]) : null;
        parts.Database = Plain(address.AbsolutePath.TrimStart('/'));
        foreach (var asked in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = asked.Split('=', 2);
            parts[Plain(pair[0]) ?? ""] = Plain(pair.Length > 1 ? pair[1] : "")?.Replace("-", "", StringComparison.Ordinal);
        }

        return parts;
    }

    private static string? Plain(string escaped) => escaped.Length == 0 ? null : Uri.UnescapeDataString(escaped);
}
