using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Something of which the service is asked what became of it.</summary>
/// <param name="Number">The service’s own; null where it may never have got it.</param>
/// <param name="Since">When the service got it, or would have.</param>
public sealed record ToAskAfter(Id<School> SchoolId, Id<Dispatch> Id, DispatchOf Of, DispatchState State, string? Number, int Try, Instant MadeAt, Instant Since, Instant AskAt);

/// <summary>
/// What became of what a service was handed: whether it arrived, and, where the connection broke, whether it was handed over at all. When it is asked next is in the database, and
/// taken by one node at a time; each answer changes a row only while that is still as it was when the service was asked.
/// </summary>
public sealed class AskingAfter(Database database, IClock clock)
{
    public const int AtOnce = 100;

    private const int MostServices = 4;

    /// <summary>What one service is to be asked now, and this node alone asks.</summary>
    public async Task<IReadOnlyList<ToAskAfter>> DueAsync(string service, WayToTell way, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await Asked(db)
            .Where(d => d.AskAt <= now && d.Service == service && d.Way == way)
            .OrderBy(d => d.AskAt).Take(AtOnce)
            .Select(d => new ToAskAfter(d.SchoolId, d.Id, d.Of, d.State, d.Reference, d.Tries, d.MadeAt, d.SettledAt!.Value, d.AskAt!.Value))
            .ToListAsync(cancel);
    }

    /// <summary>What no service that is set up now can be asked: a person decides of what may have arrived.</summary>
    public async Task GiveUpAsync(IReadOnlyCollection<string> services, CancellationToken cancel)
    {
        var (now, known) = (clock.GetCurrentInstant(), services.Take(MostServices).ToList());
        await using var db = database.Open(Tenancy.OfEverySchool());
        await Asked(db).Where(d => d.AskAt <= now && !known.Contains(d.Service!)).ExecuteUpdateAsync(set => set.SetProperty(d => d.AskAt, (Instant?)null), cancel);
    }

    /// <summary>Takes it for this node. False where another has it, or it is settled.</summary>
    public async Task<bool> TakeAsync(ToAskAfter due, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(due.SchoolId));
        var until = clock.GetCurrentInstant() + Dispatch.Lease;
        return await AsFound(db, due).Where(d => d.AskAt == due.AskAt).ExecuteUpdateAsync(set => set.SetProperty(d => d.AskAt, until), cancel) == 1;
    }

    /// <summary>It has arrived.</summary>
    /// <param name="asked">Of what the service was asked.</param>
    /// <param name="number">The service’s own.</param>
    /// <param name="at">When it arrived; null where the service does not say.</param>
    /// <param name="cancel">Stops it.</param>
    public Task DeliveredAsync(ToAskAfter asked, string number, Instant? at, CancellationToken cancel)
    {
        var (from, now) = (asked.MadeAt, clock.GetCurrentInstant());
        return SetAsync(asked, DispatchState.Delivered, number, at is { } then && then >= from && then <= now ? then : now, askAt: null, cancel);
    }

    /// <summary>The service has it, and does not know yet.</summary>
    public Task OnItsWayAsync(ToAskAfter asked, string number, CancellationToken cancel)
    {
        var age = clock.GetCurrentInstant() - asked.Since;
        return SetAsync(asked, DispatchState.Sent, number, asked.Since, age < Dispatch.AskedFor ? clock.GetCurrentInstant() + Dispatch.AskAgainAfter(age) : null, cancel);
    }

    /// <summary>It went out, and whether it arrived nobody will ever say.</summary>
    public Task GoneAsync(ToAskAfter asked, string number, CancellationToken cancel) => SetAsync(asked, DispatchState.Sent, number, asked.Since, askAt: null, cancel);

    /// <summary>It will not arrive: the next way is taken in the same transaction, once.</summary>
    public async Task FailedAsync(ToAskAfter asked, string number, string problem, WaysOut ways, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(asked.SchoolId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AsFound(db, asked).ExecuteUpdateAsync(set => set.SetProperty(d => d.Reference, number), cancel);
        if (await db.FailAsync(AsFound(db, asked), problem, ways, clock.GetCurrentInstant(), cancel))
        {
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>
    /// The service does not know it. What it had once taken, it has forgotten. What may never have reached it is waited for; then it goes out again, or another way where that has
    /// been tried for a day. Only while the service would surely still know it: of what is older, a person decides.
    /// </summary>
    public async Task NotThereAsync(ToAskAfter asked, WaysOut ways, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var age = now - asked.Since;
        if (asked.State is not DispatchState.Unclear || age > Dispatch.GivesUpAfter)
        {
            await AskAtAsync(asked, null, cancel);
        }
        else if (age < Dispatch.SurelyNotThereAfter)
        {
            await AskAtAsync(asked, now + Dispatch.AskAgainAfter(age), cancel);
        }
        else if (now - asked.MadeAt >= Dispatch.GivesUpAfter)
        {
            await using var db = database.Open(Tenancy.Of(asked.SchoolId));
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await db.FailAsync(AsFound(db, asked), "It was tried for a day", ways, now, cancel))
            {
                await transaction.CommitAsync(cancel);
            }
        }
        else
        {
            await using var db = database.Open(Tenancy.Of(asked.SchoolId));
            await AsFound(db, asked).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, DispatchState.Waiting).SetProperty(d => d.NextAt, now).SetProperty(d => d.SettledAt, (Instant?)null).SetProperty(d => d.AskAt, (Instant?)null),
                cancel);
        }
    }

    /// <summary>The service could not be asked. What may have arrived does not wait for it for ever.</summary>
    public Task LaterAsync(ToAskAfter asked, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var longest = asked.State is DispatchState.Unclear ? Dispatch.GivesUpAfter : Dispatch.AskedFor;
        return AskAtAsync(asked, now - asked.Since < longest ? now + Dispatch.AskAgainAfter(now - asked.Since) : null, cancel);
    }

    private async Task SetAsync(ToAskAfter asked, DispatchState state, string number, Instant settled, Instant? askAt, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(asked.SchoolId));
        await AsFound(db, asked).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, state).SetProperty(d => d.Reference, number).SetProperty(d => d.SettledAt, settled)
                .SetProperty(d => d.Problem, (string?)null).SetProperty(d => d.AskAt, askAt),
            cancel);
    }

    private async Task AskAtAsync(ToAskAfter asked, Instant? at, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(asked.SchoolId));
        await AsFound(db, asked).ExecuteUpdateAsync(set => set.SetProperty(d => d.AskAt, at), cancel);
    }

    private static IQueryable<Dispatch> Asked(KeptDb db) =>
        db.Dispatches.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking().Where(d => d.State == DispatchState.Sent || d.State == DispatchState.Unclear);

    private static IQueryable<Dispatch> AsFound(KeptDb db, ToAskAfter asked) => db.Dispatches.Where(d => d.Id == asked.Id && d.State == asked.State && d.Tries == asked.Try);
}
