using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Ledger;

/// <summary>Several reads of one and the same moment, while others go on writing. Nobody waits for it.</summary>
internal sealed class Moment : IAsyncDisposable
{
    private readonly KeptDb db;
    private readonly DbTransaction transaction;

    private Moment(KeptDb db, DbTransaction transaction)
    {
        this.db = db;
        this.transaction = transaction;
    }

    public static async Task<Moment> OfAsync(KeptDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);

        // EF would begin an immediate transaction on SQLite, which keeps every writer out.
        var begun = db.Database.GetDbConnection() is SqliteConnection file
            ? file.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.UseTransactionAsync(begun, cancel);
        return new Moment(db, begun);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
