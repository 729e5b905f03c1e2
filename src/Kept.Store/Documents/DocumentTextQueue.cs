using Kept.Domain;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Documents;

/// <summary>
/// The versions whose words wait to be read, of all schools. Any number of nodes may take from it: a row is leased to one for a
/// while, and taken by another when that one is gone.
/// </summary>
public sealed class DocumentTextQueue(Database database, IClock clock)
{
    /// <summary>Longer than a batch may take.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(5);

    /// <summary>A file at which a reader died so often is left alone.</summary>
    public const int MostTries = 3;

    /// <summary>Leases some waiting rows to the caller; none when nothing waits.</summary>
    public async Task<IReadOnlyList<DocumentText>> TakeAsync(int most, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        var now = clock.GetCurrentInstant();
        var waiting = await db.DocumentTexts.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
            .Where(t => t.State == TextState.Waiting && (t.LeasedUntil == null || t.LeasedUntil < now))
            .OrderBy(t => t.LeasedUntil).ThenBy(t => t.Id)
            .Take(most)
            .ToListAsync(cancel);
        var taken = new List<DocumentText>();
        foreach (var text in waiting)
        {
            // Whoever changes the row first has it; who comes second changes nothing.
            var mine = await db.DocumentTexts.IgnoreQueryFilters([KeptDb.SchoolFilter])
                .Where(t => t.SchoolId == text.SchoolId && t.Id == text.Id && t.State == TextState.Waiting && t.LeasedUntil == text.LeasedUntil)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LeasedUntil, now + Lease).SetProperty(t => t.Tries, t => t.Tries + 1), cancel);
            if (mine == 1)
            {
                text.Tries++;
                taken.Add(text);
            }
        }

        return taken;
    }

    /// <summary>Keeps what was read, or why nothing was. A text that the index cannot take is kept as one that could not be read.</summary>
    public async Task FinishAsync(DocumentText taken, string? text, string? problem, CancellationToken cancel)
    {
        try
        {
            await SaveAsync(taken, text, problem, cancel);
        }
        catch (Exception e) when (text is not null && e is DbUpdateException or System.Data.Common.DbException)
        {
            await SaveAsync(taken, text: null, "its words could not be put into the search index", cancel);
        }
    }

    /// <summary>Gives a row back that was not begun, so that nobody waits for its lease to end.</summary>
    public async Task GiveBackAsync(DocumentText taken, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(taken.SchoolId));
        await db.DocumentTexts.Where(t => t.Id == taken.Id && t.State == TextState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.LeasedUntil, (Instant?)null).SetProperty(t => t.Tries, t => t.Tries - 1), cancel);
    }

    private async Task SaveAsync(DocumentText taken, string? text, string? problem, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(taken.SchoolId));
        var state = text is null ? TextState.None : TextState.Read;
        await db.DocumentTexts.Where(t => t.Id == taken.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(t => t.State, state).SetProperty(t => t.LeasedUntil, (Instant?)null)
                    .SetProperty(t => t.Problem, problem).SetProperty(t => t.Text, text),
                cancel);
    }
}
