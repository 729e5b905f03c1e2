using System.Diagnostics;
using Kept.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Web.Tests.World;

/// <summary>
/// Counts what Entity Framework sends to the database of one host while it answers a request, by listening to its diagnostics. What is
/// written a moment later by the services behind it (decision 10) is nobody's page.
/// </summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>Follows the flow of a request; a service behind the pages has none.</summary>
    private static readonly HttpContextAccessor Request = new();

    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];
    private int statements;

    private StatementCounter(KeptDb db) => database = Name(db);

    public int Statements => statements;

    public static StatementCounter Of(KeptHost host)
    {
        using var db = host.OpenDb();
        var counter = new StatementCounter(db);
        counter.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(counter));
        return counter;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Context: KeptDb db } && value.Key == RelationalEventId.CommandExecuting.Name
            && Request.HttpContext is not null && Name(db) == database)
        {
            Interlocked.Increment(ref statements);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    private static string Name(KeptDb db)
    {
        var connection = db.Database.GetDbConnection();
        return $"{connection.DataSource}/{connection.Database}";
    }
}
