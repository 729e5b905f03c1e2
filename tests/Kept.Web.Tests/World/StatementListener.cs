using System.Data.Common;
using System.Diagnostics;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Web.Tests.World;

/// <summary>Hears what Entity Framework sends to the database of one host, by its diagnostics.</summary>
internal abstract class StatementListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];

    protected StatementListener(KeptHost host)
    {
        using var db = host.OpenDb();
        database = Name(db);
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
        if (value.Value is CommandEventData { Context: KeptDb db } data && value.Key == RelationalEventId.CommandExecuting.Name && Name(db) == database)
        {
            Sent(data.Command);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    protected void Listen() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    protected abstract void Sent(DbCommand command);

    private static string Name(KeptDb db)
    {
        var connection = db.Database.GetDbConnection();
        return $"{connection.DataSource}/{connection.Database}";
    }
}
