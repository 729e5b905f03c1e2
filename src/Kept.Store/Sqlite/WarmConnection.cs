using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kept.Store.Sqlite;

/// <summary>
/// A connection that stays open from one request to the next and remembers the statements that it has prepared: for a page of a few large
/// statements, reading and planning them takes more time than running them.
/// </summary>
/// <param name="connectionString">The file, and how it is opened.</param>
/// <param name="since">Which generation of the pool it is of.</param>
internal sealed class WarmConnection(string connectionString, int since) : SqliteConnection(connectionString)
{
    /// <summary>So many texts; beyond that the one longest unused goes. One holds some ten to fifty kilobytes.</summary>
    private const int MostStatements = 60;

    /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG, the “query planner stability guarantee”.</summary>
    private const int EnableStablePlans = 1007;

    private readonly Dictionary<string, LinkedListNode<WarmCommand>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<WarmCommand> lastUsed = new();
    private bool ends;

    public int Since => since;

    /// <summary>How many statements lie ready.</summary>
    public int Ready => known.Count;

    /// <summary>Open, and in the middle of nothing.</summary>
    public bool IsAtRest => State is ConnectionState.Open && Transaction is null;

    /// <summary>
    /// Opens it with plans that hold whatever the parameters are. Otherwise SQLite looks at each value to choose a plan, and reads and plans a prepared
    /// statement anew every time that it is run: nothing would have been gained by keeping it.
    /// </summary>
    public override void Open()
    {
        base.Open();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(Handle, EnableStablePlans, 1, out _), Handle);
    }

    public override SqliteCommand CreateCommand() => new WarmCommand { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>The same command with its statement prepared, where the text has been run before and nobody is running it.</summary>
    public WarmCommand Prepared(WarmCommand asked)
    {
        asked.ComesAgain = true;
        if (!known.Remove(asked.CommandText, out var place))
        {
            return asked;
        }

        var prepared = place.Value;
        lastUsed.Remove(place);
        prepared.Parameters.Clear();
        var parameters = asked.Parameters.Cast<SqliteParameter>().ToArray();
        asked.Parameters.Clear();
        prepared.Parameters.AddRange(parameters);
        prepared.Transaction = asked.Transaction;
        prepared.CommandTimeout = asked.CommandTimeout;
        prepared.ComesAgain = true;
        asked.Spoil();
        asked.Dispose();
        return prepared;
    }

    /// <summary>False when it is not wanted: another of the same text lies here already, or the connection is closed.</summary>
    public bool Keep(WarmCommand command)
    {
        if (State is not ConnectionState.Open || known.ContainsKey(command.CommandText))
        {
            return false;
        }

        if (known.Count >= MostStatements && lastUsed.Last is { } oldest)
        {
            Forget(oldest);
        }

        known[command.CommandText] = lastUsed.AddFirst(command);
        return true;
    }

    /// <summary>Stays open where it is in the middle of nothing: whoever closes a connection mostly opens it again.</summary>
    public override void Close()
    {
        if (ends || !IsAtRest)
        {
            while (lastUsed.Last is { } oldest)
            {
                Forget(oldest);
            }

            base.Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        ends = true;
        base.Dispose(disposing);
    }

    private void Forget(LinkedListNode<WarmCommand> place)
    {
        known.Remove(place.Value.CommandText);
        lastUsed.Remove(place);
        place.Value.Spoil();
        place.Value.Dispose();
    }
}
