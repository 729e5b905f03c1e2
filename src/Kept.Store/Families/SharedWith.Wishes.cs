using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Store.People;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Families;

/// <summary>How this carer wants to be told, and to read.</summary>
public sealed partial class SharedWith
{
    /// <summary>How this carer wants to be told of this child. Null where they may be told nothing.</summary>
    public async Task<Relationship?> WishesAsync(CancellationToken cancel) =>
        await record.Relationships.FirstOrDefaultAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel) is { } tie && tie.MayBeToldOn(record.Today) ? tie : null;

    /// <summary>
    /// Takes by which way, and how often, this carer wants to hear of this child; and in which form they read, which holds for all their children here of whom
    /// they may be told. The rest of their wishes stays.
    /// </summary>
    public async Task<Refusal?> WishAsync(Relationship tie, ContactMethod method, Rhythm rhythm, FormatWishes formats, CancellationToken cancel)
    {
        var wishes = new ContactPreferences(method, tie.PreferredTimes, tie.Language, tie.InterpreterNeeded, tie.OtherFormat, rhythm, formats);
        return tie.Prefer(wishes).Allowed(out var changed, out var refusal)
            ? await record.SaveAsync([changed, .. await record.ReadInAsync(tie, onlyTold: true, cancel)], cancel)
            : refusal;
    }

    /// <summary>Takes in which form this carer reads, for all their children here of whom they may be told, and nothing else.</summary>
    public async Task<Refusal?> ReadInAsync(FormatWishes formats, CancellationToken cancel)
    {
        if (await WishesAsync(cancel) is not { } tie)
        {
            return null;
        }

        var own = tie.ReadIn(formats);
        IReadOnlyList<ILedgerEvent> changed = [.. new[] { own }.OfType<ILedgerEvent>(), .. await record.ReadInAsync(tie, onlyTold: true, cancel)];
        return changed.Count == 0 ? null : await record.SaveAsync(changed, cancel);
    }
}
