using Kept.Domain;
using Kept.Domain.Packs;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Packs;

/// <summary>A pack to be made by whoever holds it.</summary>
public sealed record PackToMake(Id<School> SchoolId, Id<Pack> Id, int Try);

/// <summary>
/// The queue that the makers of all nodes share. Who takes a pack holds it for a while, and says so again with each step; one whose
/// maker has died is taken up by another. Every change is one statement that asks who holds it.
/// </summary>
public sealed class PackQueue(Database database, IClock clock)
{
    public static readonly Duration Lease = Duration.FromMinutes(2);

    private const int MostTries = 3;
    private const int MostAtOnce = 100;

    /// <summary>The one that waits longest, for whoever asks first. Null when there is none.</summary>
    public async Task<PackToMake?> TakeAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(Tenancy.OfEverySchool());
        var free = Everywhere(db).Where(p => p.State == PackState.Waiting || (p.State == PackState.Making && p.LeasedUntil < now));
        foreach (var pack in await free.OrderBy(p => p.AskedAt).Take(MostAtOnce).Select(p => new { p.SchoolId, p.Id, p.Tries }).ToListAsync(cancel))
        {
            var mine = free.Where(p => p.SchoolId == pack.SchoolId && p.Id == pack.Id && p.Tries == pack.Tries);
            if (pack.Tries >= MostTries)
            {
                // It has ended its makers more than once: it is not tried for ever.
                await EndAsync(mine, PackState.Failed, "It could not be made", null, cancel);
                continue;
            }

            var until = now + Lease;
            if (await mine.ExecuteUpdateAsync(
                set => set.SetProperty(p => p.State, PackState.Making).SetProperty(p => p.Tries, pack.Tries + 1).SetProperty(p => p.LeasedUntil, until)
                    .SetProperty(p => p.Progress, 0).SetProperty(p => p.Step, "Begun"),
                cancel) == 1)
            {
                return new PackToMake(pack.SchoolId, pack.Id, pack.Tries + 1);
            }
        }

        return null;
    }

    /// <summary>Says how far it has come, and holds it longer. False when it is no longer wanted, or no longer this maker’s.</summary>
    public async Task<bool> StepAsync(PackToMake pack, string step, int progress, CancellationToken cancel)
    {
        var until = clock.GetCurrentInstant() + Lease;
        await using var db = database.Open(Tenancy.Of(pack.SchoolId));
        return await Held(db, pack).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Step, step).SetProperty(p => p.Progress, progress).SetProperty(p => p.LeasedUntil, until), cancel) == 1;
    }

    /// <summary>False when it was cancelled in the last moment, or taken up by another.</summary>
    public async Task<bool> FinishAsync(PackToMake pack, long size, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(pack.SchoolId));
        return await EndAsync(Held(db, pack), PackState.Ready, null, size, cancel);
    }

    /// <param name="pack">What could not be made.</param>
    /// <param name="why">A sentence for who asked.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task FailAsync(PackToMake pack, string why, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(pack.SchoolId));
        await EndAsync(Held(db, pack), PackState.Failed, why.Length > Pack.StepMaxLength ? why[..Pack.StepMaxLength] : why, null, cancel);
    }

    /// <summary>Gives it back, so that another node, or this one after its restart, begins at once.</summary>
    public async Task LetGoAsync(PackToMake pack)
    {
        await using var db = database.Open(Tenancy.Of(pack.SchoolId));
        await Held(db, pack).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.State, PackState.Waiting).SetProperty(p => p.LeasedUntil, (Instant?)null).SetProperty(p => p.Tries, pack.Try - 1));
    }

    /// <summary>Packs of which no file is to be kept any longer.</summary>
    public async Task<IReadOnlyList<Id<Pack>>> ForgetOldAsync(CancellationToken cancel)
    {
        var before = clock.GetCurrentInstant() - Pack.KeptFor;
        await using var db = database.Open(Tenancy.OfEverySchool());
        var old = await Everywhere(db).Where(p => p.FinishedAt < before).OrderBy(p => p.FinishedAt).Take(MostAtOnce).Select(p => p.Id).ToListAsync(cancel);
        await Everywhere(db).Where(p => old.Contains(p.Id)).ExecuteDeleteAsync(cancel);
        return old;
    }

    private async Task<bool> EndAsync(IQueryable<Pack> which, PackState state, string? step, long? size, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return await which.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.State, state).SetProperty(p => p.Step, step).SetProperty(p => p.Size, size).SetProperty(p => p.FinishedAt, now)
                .SetProperty(p => p.LeasedUntil, (Instant?)null).SetProperty(p => p.Progress, 100),
            cancel) == 1;
    }

    private static IQueryable<Pack> Everywhere(KeptDb db) => db.Packs.IgnoreQueryFilters([KeptDb.SchoolFilter]);

    private static IQueryable<Pack> Held(KeptDb db, PackToMake pack) => db.Packs.Where(p => p.Id == pack.Id && p.State == PackState.Making && p.Tries == pack.Try);
}
