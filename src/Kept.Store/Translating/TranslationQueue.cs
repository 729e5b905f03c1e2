using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Translating;

/// <summary>A child whose texts whoever holds it looks through.</summary>
/// <param name="Wanted">How often it was asked for when it was taken.</param>
public sealed record HeldRound(Id<School> SchoolId, Id<Pupil> PupilId, int Wanted, int Tries, Guid HeldBy);

/// <summary>
/// The queue that the translators of all nodes share. Who takes a child holds it for a while; one whose translator died is taken up by another. While the
/// engine is away it waits, longer each time. Every change is one statement that asks who holds it.
/// </summary>
public sealed class TranslationQueue(Database database, IClock clock)
{
    public static readonly Duration Lease = Duration.FromMinutes(2);

    private static readonly Duration FirstPause = Duration.FromSeconds(15);
    private static readonly Duration LongestPause = Duration.FromMinutes(30);

    private const int MostAtOnce = 50;

    /// <summary>Between one try and the next: 15 seconds, then twice as long each time, half an hour at most.</summary>
    public static Duration PauseAfter(int tries) => Duration.Min(LongestPause, FirstPause * (1L << Math.Min(tries, 10)));

    /// <summary>Asks that a child's texts be looked through: somebody read them and found some not translated.</summary>
    public async Task WantAsync(Id<School> school, Id<Pupil> pupil, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school));
        await db.WantTranslationsAsync(school, [pupil], clock.GetCurrentInstant(), cancel);
    }

    /// <summary>The one that waits longest, for whoever asks first. Null when there is none.</summary>
    public async Task<HeldRound?> TakeAsync(CancellationToken cancel)
    {
        var (now, me) = (clock.GetCurrentInstant(), Guid.NewGuid());
        await using var db = database.Open(Tenancy.OfEverySchool());
        var free = db.TranslationRounds.IgnoreQueryFilters([KeptDb.SchoolFilter]).Where(r => r.NotBefore <= now && (r.LeasedUntil == null || r.LeasedUntil < now));
        foreach (var round in await free.AsNoTracking().OrderBy(r => r.NotBefore).ThenBy(r => r.WantedAt).Take(MostAtOnce).ToListAsync(cancel))
        {
            var until = now + Lease;
            if (await free.Where(r => r.SchoolId == round.SchoolId && r.PupilId == round.PupilId && r.HeldBy == round.HeldBy && r.Wanted == round.Wanted)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldBy, me).SetProperty(r => r.LeasedUntil, until), cancel) == 1)
            {
                return new HeldRound(round.SchoolId, round.PupilId, round.Wanted, round.Tries, me);
            }
        }

        return null;
    }

    /// <summary>Holds it longer. False when it is another's by now.</summary>
    public async Task<bool> KeepAsync(HeldRound round, CancellationToken cancel)
    {
        var until = clock.GetCurrentInstant() + Lease;
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        return await Held(db, round).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, until), cancel) == 1;
    }

    /// <summary>All is done. What was written meanwhile keeps it in the queue.</summary>
    public async Task FinishAsync(HeldRound round, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        if (await Held(db, round).Where(r => r.Wanted == round.Wanted).ExecuteDeleteAsync(cancel) == 0)
        {
            await ReleaseAsync(db, round, clock.GetCurrentInstant(), tries: 0, cancel);
        }
    }

    /// <summary>To be looked at again after a pause.</summary>
    public async Task PutOffAsync(HeldRound round, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        await ReleaseAsync(db, round, clock.GetCurrentInstant() + PauseAfter(round.Tries), round.Tries + 1, cancel);
    }

    /// <summary>As if it had never been taken: the node stops.</summary>
    public async Task LetGoAsync(HeldRound round)
    {
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        await ReleaseAsync(db, round, clock.GetCurrentInstant(), round.Tries, CancellationToken.None);
    }

    private static Task<int> ReleaseAsync(KeptDb db, HeldRound round, Instant notBefore, int tries, CancellationToken cancel) =>
        Held(db, round).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.HeldBy, (Guid?)null).SetProperty(r => r.LeasedUntil, (Instant?)null).SetProperty(r => r.NotBefore, notBefore).SetProperty(r => r.Tries, tries),
            cancel);

    private static IQueryable<TranslationRound> Held(KeptDb db, HeldRound round) => db.TranslationRounds.Where(r => r.PupilId == round.PupilId && r.HeldBy == round.HeldBy);
}
