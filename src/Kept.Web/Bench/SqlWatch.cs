using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Web.Bench;

/// <summary>One statement as a request ran it.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>
/// Listens to what Entity Framework runs while one request is answered. What the process does besides, such as writing down reads
/// a moment later, is no part of a request and is not heard.
/// </summary>
internal sealed class SqlWatch : IStartupFilter, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Source = "Microsoft.EntityFrameworkCore";

    private readonly AsyncLocal<List<Statement>?> heard = new();

    public List<Statement> Last { get; private set; } = [];

    /// <summary>While requests are counted: nobody listens to a school’s server, and listening takes its part of a request’s time.</summary>
    public bool Rests { get; set; }

    public SqlWatch() => DiagnosticListener.AllListeners.Subscribe(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            if (Rests)
            {
                await rest(http);
                return;
            }

            heard.Value = [];
            await rest(http);
            Last = heard.Value;
        });
        next(app);
    };

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Source)
        {
            value.Subscribe(this, name => !Rests && name == RelationalEventId.CommandExecuting.Name);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: var command } && heard.Value is { } list)
        {
            lock (list)
            {
                list.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
