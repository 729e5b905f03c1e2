using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Actions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Ledger;

/// <summary>
/// Walks a chain from the event that a receipt is for to the chain's end, holds the agreement as it is stored against what was last told of it, and
/// both against the checkpoints since.
/// </summary>
internal sealed class ReceiptWalk(KeptDb db, Checkpoints checkpoints, LedgerKey? key)
{
    private const int Page = 500;
    private const int MostEvents = 20_000;

    /// <param name="link">The event whose hash the receipt knows.</param>
    /// <param name="row">Which of its rows is the agreement.</param>
    /// <param name="cancel">When whoever asked has gone.</param>
    public async Task<ReceiptFinding> FromAsync(LedgerLink link, int row, CancellationToken cancel)
    {
        var before = await db.LedgerLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Chain == link.Chain && l.Number == link.Number - 1, cancel);
        var content = await db.LedgerContents.AsNoTracking().Where(c => c.Chain == link.Chain && c.Number == link.Number).Select(c => c.Content).FirstOrDefaultAsync(cancel);
        var action = content is null ? null : ActionIn(content, row);
        if ((before is null && link.Number > 1) || (content is not null && action is null))
        {
            return ReceiptFinding.Mismatch;
        }

        // Of an erased event nobody knows any more which row it told of.
        var walk = new ChainWalk(link.Chain, before, ("action", action?.Value ?? Guid.Empty));
        if (!await TakeAllAsync(walk, link, cancel))
        {
            return ReceiptFinding.Unsaid;
        }

        var covering = await HoldAgainstCheckpointsAsync(walk, link, cancel);
        if (action is { } id)
        {
            await HoldAgainstTheRowAsync(walk, id, cancel);
        }

        // What else the law had erased in this chain is nothing that the holder of this receipt may learn.
        return walk.Result() is not null ? ReceiptFinding.Mismatch : await CoveredAsync(link, covering, cancel) with { IsErased = content is null || walk.IsLeftOpen };
    }

    /// <summary>False where the chain is too long to be walked while somebody waits.</summary>
    private async Task<bool> TakeAllAsync(ChainWalk walk, LedgerLink first, CancellationToken cancel)
    {
        var lines =
            from link in db.LedgerLinks.AsNoTracking()
            where link.Chain == first.Chain
            join content in db.LedgerContents on new { link.SchoolId, link.Chain, link.Number } equals new { content.SchoolId, content.Chain, content.Number } into contents
            from content in contents.DefaultIfEmpty()
            orderby link.Number
            select new { Link = link, Content = content };
        var after = first.Number - 1;
        for (var taken = 0; taken < MostEvents; taken += Page)
        {
            var page = await lines.Where(line => line.Link.Number > after).Take(Page).ToListAsync(cancel);
            page.ForEach(line => walk.Take(line.Link, line.Content));
            if (page.Count < Page)
            {
                return true;
            }

            after = page[^1].Link.Number;
        }

        return false;
    }

    /// <summary>Gives the first checkpoint that covers the event; null for none yet.</summary>
    private async Task<long?> HoldAgainstCheckpointsAsync(ChainWalk walk, LedgerLink first, CancellationToken cancel)
    {
        var heads =
            from head in db.CheckpointHeads.AsNoTracking()
            where head.Chain == first.Chain && head.Number >= first.Number
            join link in db.LedgerLinks on new { head.SchoolId, head.Chain, head.Number } equals new { link.SchoolId, link.Chain, link.Number } into links
            from link in links.DefaultIfEmpty()
            orderby head.Checkpoint
            select new { Head = head, Hash = link == null ? null : link.Hash };
        long? covering = null;
        await foreach (var seen in heads.Take(MostEvents).AsAsyncEnumerable().WithCancellation(cancel))
        {
            walk.HoldAgainst(seen.Head, seen.Hash);
            covering ??= seen.Head.Checkpoint;
        }

        return covering;
    }

    private async Task HoldAgainstTheRowAsync(ChainWalk walk, Id<AgreedAction> id, CancellationToken cancel)
    {
        if (await db.Actions.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is { } stored)
        {
            var type = db.Model.FindEntityType(typeof(AgreedAction))!;
            walk.HoldAgainst("action", id.Value, columns => Snapshot.Of(type, stored, columns));
        }
    }

    private async Task<ReceiptFinding> CoveredAsync(LedgerLink link, long? covering, CancellationToken cancel)
    {
        if (covering is not { } number)
        {
            // Whoever takes a checkpoint's heads away must not get "not yet" for it.
            var isLate = await db.Checkpoints.AnyAsync(c => c.At >= link.At + Checkpoints.Overlap, cancel);
            return isLate ? ReceiptFinding.Mismatch : new ReceiptFinding(ReceiptStands.NotYetCovered);
        }

        if (key is null || await checkpoints.VerifyOneAsync(number, key, cancel) is not { } proof)
        {
            return ReceiptFinding.Unsaid;
        }

        return proof.Wrong is null ? new ReceiptFinding(ReceiptStands.Covered) { Checkpoint = proof.Last } : ReceiptFinding.Mismatch;
    }

    /// <summary>Null where that row is no agreement, so that the event is not what was written.</summary>
    private static Id<AgreedAction>? ActionIn(string content, int row)
    {
        using var json = JsonDocument.Parse(content);
        return json.RootElement.TryGetProperty("rows", out var rows) && row < rows.GetArrayLength() && rows[row].GetProperty("noun").ValueEquals("action")
            ? new Id<AgreedAction>(rows[row].GetProperty("id").GetGuid())
            : null;
    }
}
