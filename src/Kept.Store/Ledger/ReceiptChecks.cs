using System.Data.Common;
using Kept.Domain.Ledger;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Ledger;

public enum ReceiptStands
{
    /// <summary>Real, and a signed checkpoint covers it.</summary>
    Covered,

    /// <summary>Real so far: today's checkpoint is still to come.</summary>
    NotYetCovered,

    /// <summary>Mistyped, made up, or the record was changed. Nobody learns which.</summary>
    DoesNotMatch,

    /// <summary>The key is not here, or there is too much to read while somebody waits.</summary>
    CannotSay
}

/// <summary>What the ledger says to a receipt. It names nobody.</summary>
public sealed record ReceiptFinding(ReceiptStands Stands)
{
    public static readonly ReceiptFinding Mismatch = new(ReceiptStands.DoesNotMatch);

    public static readonly ReceiptFinding Unsaid = new(ReceiptStands.CannotSay);

    /// <summary>When the agreement got the words that the receipt is for. Null where it does not match.</summary>
    public Instant? WrittenAt { get; init; }

    /// <summary>The first that covers it.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The short name of the school whose it is. Null where it does not match.</summary>
    public string? Slug { get; init; }

    /// <summary>The law had words taken out; that they were there still stands.</summary>
    public bool IsErased { get; init; }
}

/// <summary>Answers whoever holds a receipt, without knowing who they are: yes, not yet, or no.</summary>
public sealed class ReceiptChecks(Database database, Checkpoints checkpoints) : IDisposable
{
    /// <summary>Ids that were made in the same moment begin alike; the hash tells which of them it is.</summary>
    private const int MostAlike = 64;

    private const int MostAtOnce = 4;

    /// <summary>Anybody may ask, and the school's own work comes first.</summary>
    private readonly SemaphoreSlim turns = new(MostAtOnce);

    public async Task<ReceiptFinding> CheckAsync(Receipt receipt, LedgerKey? key, CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
        try
        {
            return await FindAsync(receipt, key, cancel);
        }
        catch (Exception e) when (e is not (DbException or OperationCanceledException or OutOfMemoryException) && e.GetBaseException() is not (DbException or IOException or TimeoutException or System.Net.Sockets.SocketException))
        {
            // A stored value that Kept never writes cannot be read: somebody else wrote it.
            return ReceiptFinding.Mismatch;
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<ReceiptFinding> FindAsync(Receipt receipt, LedgerKey? key, CancellationToken cancel)
    {
        var (from, to) = receipt.Schools;
        await using var nowhere = database.Open(new Tenancy());
        var schools = await nowhere.Schools.AsNoTracking()
            .Where(s => s.Id >= from && s.Id <= to)
            .OrderBy(s => s.Id)
            .Take(MostAlike)
            .Select(s => new { s.Id, s.Slug })
            .ToListAsync(cancel);
        foreach (var school in schools)
        {
            await using var db = database.Open(Tenancy.Of(school.Id));
            await using var moment = await Moment.OfAsync(db, cancel);
            if (await LinkOfAsync(db, receipt, cancel) is { } link)
            {
                var found = await new ReceiptWalk(db, checkpoints, key).FromAsync(link, receipt.Row, cancel);
                return found.Stands is ReceiptStands.DoesNotMatch ? found : found with { WrittenAt = link.At, Slug = school.Slug };
            }
        }

        return ReceiptFinding.Mismatch;
    }

    private static async Task<LedgerLink?> LinkOfAsync(KeptDb db, Receipt receipt, CancellationToken cancel)
    {
        var (from, to) = receipt.Chains;
        var alike = await db.LedgerLinks.AsNoTracking()
            .Where(l => l.Chain >= from && l.Chain <= to && l.Number == receipt.Number)
            .OrderBy(l => l.Chain)
            .Take(MostAlike)
            .ToListAsync(cancel);
        return alike.Find(l => receipt.IsOf(l.Hash));
    }
}
