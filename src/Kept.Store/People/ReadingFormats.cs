using Kept.Domain.Ledger;
using Kept.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.People;

/// <summary>A carer reads with the same eyes whichever child it is about: what is chosen at one is taken over at their others.</summary>
public static class ReadingFormats
{
    private const int MostChildren = 40;

    /// <summary>Takes what is chosen at one tie over to the carer’s others at the school; to be saved with what happened there.</summary>
    /// <param name="record">The record of whoever chose.</param>
    /// <param name="chosen">Where it was chosen.</param>
    /// <param name="onlyTold">Leaves out children of whom the carer may not be told: what a carer does changes nothing there.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<ILedgerEvent>> ReadInAsync(this VisibleRecord record, Relationship chosen, bool onlyTold, CancellationToken cancel)
    {
        var others = await record.EveryTieOf(chosen.CarerId).Where(t => t.Id != chosen.Id).OrderBy(t => t.Id).Take(MostChildren).ToListAsync(cancel);
        return [.. others.Where(t => !onlyTold || t.MayBeToldOn(record.Today)).Select(t => t.ReadIn(chosen.Formats)).OfType<ILedgerEvent>()];
    }
}
