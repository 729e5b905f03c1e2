using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kept.Web.Commands;

/// <summary>What stops a command and can be mended by whoever gave it, in one sentence. Anything else is a bug and tells where it happened.</summary>
internal static class Trouble
{
    private const int NotADatabase = 26;
    private const int CannotOpen = 14;
    private const int ReadOnly = 8;
    private const int DiskFull = 13;

    /// <summary>Null for a bug.</summary>
    public static string? InWords(Exception trouble) => trouble switch
    {
        PostgresException refused => OfServer(refused.SqlState),
        NpgsqlException { InnerException: SocketException socket } => $"PostgreSQL does not answer at this address: {socket.Message}.",
        NpgsqlException { InnerException: TimeoutException } => "PostgreSQL does not answer at this address.",
        SqliteException { SqliteErrorCode: NotADatabase } => "kept.db in this folder is not an SQLite database. Put the right file there, or choose another folder with --data.",
        SqliteException { SqliteErrorCode: CannotOpen or ReadOnly } => "kept.db cannot be opened for writing. Whoever runs Kept must own the folder and its files.",
        SqliteException { SqliteErrorCode: DiskFull } => "The disk is full. Nothing that was acknowledged is lost.",
        IOException { InnerException: AddressInUseException } => "Something else listens on that address already. Stop it, or choose another with --urls.",
        IOException { InnerException: SocketException } or SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"That address cannot be listened on: {trouble.GetBaseException().Message}.",
        UnauthorizedAccessException denied => $"{denied.Message} Whoever runs Kept must own the folder and its files.",
        _ => null
    };

    /// <param name="state">SQLSTATE, from PostgreSQL’s table of error codes.</param>
    private static string? OfServer(string state) => state switch
    {
        "28P01" or "28000" => "PostgreSQL does not let this user in: look at the user and the password.",
        "3D000" => "PostgreSQL has no database of that name. Make it first: createdb, or CREATE DATABASE.",
        "42501" => "PostgreSQL does not allow this user to do that: it must own the database.",
        "53300" => "PostgreSQL takes no more connections.",
        "57P03" => "PostgreSQL is starting or stopping. Try again in a moment.",
        _ => null
    };
}
