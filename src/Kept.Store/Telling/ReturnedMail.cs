using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// Takes a mail server’s word, hours later, that something did not arrive. Anybody can write such a report into a mailbox, so that it counts only for what went out by mail
/// lately, to that very address, and is not seen to have arrived; and no more comes of it than of a mail that is refused at once: the next way.
/// </summary>
public sealed class ReturnedMail(Database database, IClock clock)
{
    /// <summary>The carer may open a part of it in the same moment: the rest is looked at once more.</summary>
    private const int MostTries = 3;

    /// <param name="id">What went out, as the report says.</param>
    /// <param name="addresses">Those that the report says failed.</param>
    /// <param name="problem">Why, in a sentence for staff.</param>
    /// <param name="ways">Which the school has set up.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Whether it has failed by this.</returns>
    public async Task<bool> FailAsync(Id<Dispatch> id, IReadOnlyCollection<string> addresses, string problem, WaysOut ways, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryAsync(id, addresses, problem, ways, cancel))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> TryAsync(Id<Dispatch> id, IReadOnlyCollection<string> addresses, string problem, WaysOut ways, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (await FindAsync(id, now, cancel) is not { } sent || !addresses.Contains(sent.Address, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        await using var db = database.Open(Tenancy.Of(sent.SchoolId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var row = Counting(db.Dispatches, now).Where(d => d.Id == id && d.Tries == sent.Tries && d.Address == sent.Address);
        row = sent.Of is DispatchOf.WayIn
            ? row.Where(d => !db.CarerInvitations.Any(i => i.CarerId == d.CarerId && i.MadeAt >= d.MadeAt && i.EndedBecause == InvitationEnd.TakenUp))
            : row.Where(d => db.Notices.Any(n => n.DispatchId == d.Id && n.OpenedAt == null && n.WithheldAt == null));
        if (!await db.FailAsync(row, problem, ways, now, cancel))
        {
            return false;
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<Dispatch?> FindAsync(Id<Dispatch> id, Instant now, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await Counting(db.Dispatches.IgnoreQueryFilters([KeptDb.SchoolFilter]), now).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);
    }

    /// <summary>Of a service that can be asked its own answer counts, and nobody’s mail.</summary>
    private static IQueryable<Dispatch> Counting(IQueryable<Dispatch> dispatches, Instant now)
    {
        var since = now - Dispatch.ComesBackWithin;
        return dispatches.Where(d => d.Way == WayToTell.Email && d.Service == null && (d.State == DispatchState.Sent || d.State == DispatchState.Unclear) && d.SettledAt >= since);
    }
}
