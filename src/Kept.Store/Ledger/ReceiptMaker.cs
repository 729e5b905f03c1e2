using System.Text.Json;
using Kept.Domain.Ledger;
using Kept.Store.Actions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Ledger;

/// <summary>Finds the event in which an agreement got its present words. Asked of a row that is narrowed to its reader already.</summary>
internal sealed class ReceiptMaker(KeptDb db)
{
    /// <summary>Other rows name the agreement too, and so do their events: so many are looked at.</summary>
    private const int MostEvents = 200;

    private const int Page = 10;

    public Task<Moment> AtOneMomentAsync(CancellationToken cancel) => Moment.OfAsync(db, cancel);

    /// <summary>Null where no event tells of it in the words that it has now.</summary>
    public async Task<Receipt?> MakeAsync(ActionRow action, CancellationToken cancel)
    {
        var (chain, name) = (action.PupilId.Value, action.Id.ToString());
        var naming = db.LedgerContents.AsNoTracking().Where(c => c.Chain == chain && c.Content != null && c.Content.Contains(name)).OrderByDescending(c => c.Number);
        for (var seen = 0; seen < MostEvents; seen += Page)
        {
            var events = await naming.Skip(seen).Take(Page).ToListAsync(cancel);
            foreach (var told in events)
            {
                if (RowOf(told.Content!, action) is { } row)
                {
                    return row.Version == action.Version ? await MakeAsync(told, row.Index, cancel) : null;
                }
            }

            if (events.Count < Page)
            {
                break;
            }
        }

        return null;
    }

    private async Task<Receipt?> MakeAsync(LedgerContent told, int row, CancellationToken cancel)
    {
        var hash = await db.LedgerLinks.Where(l => l.Chain == told.Chain && l.Number == told.Number).Select(l => l.Hash).FirstOrDefaultAsync(cancel);
        return hash is null ? null : Receipt.For(told.SchoolId, told.Chain, told.Number, row, hash);
    }

    private static (int Index, int Version)? RowOf(string content, ActionRow action)
    {
        using var json = JsonDocument.Parse(content);
        if (!json.RootElement.TryGetProperty("rows", out var rows))
        {
            return null;
        }

        foreach (var (index, row) in rows.EnumerateArray().Index())
        {
            if (row.GetProperty("noun").ValueEquals("action") && row.GetProperty("id").GetGuid() == action.Id.Value)
            {
                return (index, row.TryGetProperty("after", out var after) && after.TryGetProperty("version", out var version) ? version.GetInt32() : 0);
            }
        }

        return null;
    }
}
