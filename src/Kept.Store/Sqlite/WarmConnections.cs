using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Store.Sqlite;

/// <summary>
/// The open connections of one file that wait for their next request (decision 24). Entity Framework asks here when it would make a
/// connection or throw it away.
/// </summary>
internal sealed class WarmConnections(string connectionString) : DbConnectionInterceptor
{
    /// <summary>
    /// A request holds its connection to its end, so that under load more are out than cores are busy. One that is thrown away costs more than one that waits:
    /// the next must open the file, read its schema and plan every statement anew. With SQLite's own two megabytes of pages each waits cheaply.
    /// </summary>
    private static readonly int Most = Math.Max(16, 2 * Environment.ProcessorCount);

    private readonly ConcurrentStack<WarmConnection> resting = new();
    private int generation;

    /// <summary>
    /// Only for what is opened as we open it. Entity Framework looks whether the file is there through a connection that may only read; with one of
    /// these the looking itself would make the file, and it would never be set up.
    /// </summary>
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        eventData.ConnectionString != connectionString ? result
        : InterceptionResult<DbConnection>.SuppressWithResult(resting.TryPop(out var warm) ? warm : new WarmConnection(connectionString, Volatile.Read(ref generation)));

    public override InterceptionResult ConnectionDisposing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        connection is WarmConnection warm && TakesBack(warm) ? InterceptionResult.Suppress() : result;

    public override ValueTask<InterceptionResult> ConnectionDisposingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(ConnectionDisposing(connection, eventData, result));

    /// <summary>Closes those that rest; those that are busy are closed when they are done. Before the file is moved, copied or removed.</summary>
    public void LetGo()
    {
        Interlocked.Increment(ref generation);
        while (resting.TryPop(out var warm))
        {
            warm.Dispose();
        }
    }

    private bool TakesBack(WarmConnection warm)
    {
        if (!warm.IsAtRest || warm.Since != Volatile.Read(ref generation) || resting.Count >= Most)
        {
            return false;
        }

        resting.Push(warm);
        return true;
    }
}

/// <summary>Gives a statement that has been prepared before in place of one that would be.</summary>
internal sealed class WarmStatements : DbCommandInterceptor
{
    public static readonly WarmStatements Instance = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is WarmCommand { Connection: WarmConnection home } command ? home.Prepared(command) : result;

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => (command as WarmCommand)?.Spoil();

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }
}
