using System.Data;
using System.Runtime.CompilerServices;
using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Ledger;

/// <summary>How the checkpoints stand: how many, the last, and the sentence about the first one that is wrong.</summary>
public sealed record CheckpointProof(long Count, Checkpoint? Last, string? Wrong);

/// <summary>
/// Once a day, a signed statement of how far every chain had come. What happens after the last one can be cut off without
/// trace by somebody who rewrites the database; what came before cannot.
/// </summary>
public sealed class Checkpoints(Database database, IClock clock)
{
    /// <summary>So many heads of one checkpoint are read while somebody waits.</summary>
    public const int MostHeadsAtOnce = 200_000;

    private const int Batch = 1000;

    /// <summary>Links are dated when their saving begins; one that took long to save is found a day later.</summary>
    internal static readonly Duration Overlap = Duration.FromDays(1);

    /// <summary>Makes today's when there is none. Gives null when there is one, or when another node was quicker.</summary>
    public async Task<Checkpoint?> MakeForTodayAsync(LedgerKey key, CancellationToken cancel)
    {
        var at = clock.GetCurrentInstant();
        var today = at.InZone(School.Zone).Date;
        await using var db = database.Open(Tenancy.OfEverySchool());
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var last = await db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
        if (last?.MadeOn >= today)
        {
            return null;
        }

        if (last is not null && !key.HasSigned(last.Hash, last.Signature))
        {
            throw new InvalidOperationException(
                $"The last checkpoint was signed with another key. Copy {LedgerKey.FileName} from the data folder that was used before.");
        }

        var since = last?.At - Overlap;
        var number = (last?.Number ?? 0) + 1;
        var before = last?.Hash ?? Link.Start;
        var hash = await SealAsync(db, number, today, before, since, cancel);
        var made = new Checkpoint { Number = number, MadeOn = today, At = at, Before = before, Hash = hash, Signature = key.Sign(hash) };
        return await KeepAsync(db, made, since, cancel) ? made : null;
    }

    public async Task<Checkpoint?> LastAsync(CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The latest first; those before the given number.</summary>
    public async Task<IReadOnlyList<Checkpoint>> LatestAsync(long? before, int most, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.Checkpoints.AsNoTracking()
            .Where(c => before == null || c.Number < before)
            .OrderByDescending(c => c.Number)
            .Take(most)
            .ToListAsync(cancel);
    }

    /// <summary>One of them: what it covered, what it stands on, and its signature. Null where it covers too much to be read while somebody waits.</summary>
    public async Task<CheckpointProof?> VerifyOneAsync(long number, LedgerKey key, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        var heads = db.CheckpointHeads.IgnoreQueryFilters([KeptDb.SchoolFilter]).Where(h => h.Checkpoint == number);
        if (await heads.Take(MostHeadsAtOnce + 1).CountAsync(cancel) > MostHeadsAtOnce)
        {
            return null;
        }

        var both = await db.Checkpoints.AsNoTracking()
            .Where(c => c.Number == number || c.Number == number - 1)
            .OrderBy(c => c.Number)
            .ToListAsync(cancel);
        return both is [.., { } checkpoint] && checkpoint.Number == number
            ? new CheckpointProof(1, checkpoint, await WrongAsync(db, checkpoint, both.Count > 1 ? both[0] : null, key, cancel))
            : new CheckpointProof(0, null, $"Checkpoint {number} is missing.");
    }

    /// <summary>From the first to the last: numbers, order, what each covered, and its signature.</summary>
    public async Task<CheckpointProof> VerifyAsync(LedgerKey? key, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        Checkpoint? last = null;
        string? wrong = null;
        var all = await db.Checkpoints.AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancel);
        foreach (var checkpoint in all)
        {
            wrong ??= await WrongAsync(db, checkpoint, last, key, cancel);
            last = checkpoint;
        }

        return new CheckpointProof(all.Count, last, wrong);
    }

    private static async Task<byte[]> SealAsync(KeptDb db, long number, LocalDate day, byte[] before, Instant? since, CancellationToken cancel)
    {
        using var seal = new Seal(before, number, day);
        await foreach (var head in GrownAsync(db, number, since, cancel))
        {
            seal.Cover(head.SchoolId.Value, head.Chain, head.Number, head.Hash);
        }

        return seal.Close();
    }

    /// <summary>The day is unique: of two nodes that make one at once, the second finds it made.</summary>
    private static async Task<bool> KeepAsync(KeptDb db, Checkpoint made, Instant? since, CancellationToken cancel)
    {
        try
        {
            db.Checkpoints.Add(made);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return false;
        }

        var waiting = 0;
        await foreach (var head in GrownAsync(db, made.Number, since, cancel))
        {
            db.CheckpointHeads.Add(head);
            if (++waiting % Batch is 0)
            {
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync(cancel);
        await db.Database.CommitTransactionAsync(cancel);
        return true;
    }

    /// <summary>The heads of the chains that grew, by school and chain; a thousand at a time, so that a large trust fits.</summary>
    private static async IAsyncEnumerable<CheckpointHead> GrownAsync(
        KeptDb db, long checkpoint, Instant? since, [EnumeratorCancellation] CancellationToken cancel)
    {
        var schools = await db.Schools.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        foreach (var school in schools)
        {
            var after = Guid.Empty;
            while (await GrownOf(db, school, since, after).ToListAsync(cancel) is { Count: > 0 } heads)
            {
                foreach (var head in heads)
                {
                    yield return new CheckpointHead { SchoolId = school, Chain = head.Chain, Checkpoint = checkpoint, Number = head.Number, Hash = head.Hash };
                }

                after = heads[^1].Chain;
            }
        }
    }

    private static IQueryable<LedgerLink> GrownOf(KeptDb db, Id<School> school, Instant? since, Guid after)
    {
        var links = db.LedgerLinks.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking().Where(l => l.SchoolId == school);
        var seen = db.CheckpointHeads.IgnoreQueryFilters([KeptDb.SchoolFilter]).Where(h => h.SchoolId == school);
        var recent = since is { } from ? links.Where(l => l.At >= from) : links;
        return recent
            .Where(l => l.Chain > after)
            .Where(l => !links.Any(later => later.Chain == l.Chain && later.Number > l.Number))
            .Where(l => !seen.Any(h => h.Chain == l.Chain && h.Number >= l.Number))
            .OrderBy(l => l.Chain)
            .Take(Batch);
    }

    private static async Task<string?> WrongAsync(KeptDb db, Checkpoint checkpoint, Checkpoint? last, LedgerKey? key, CancellationToken cancel)
    {
        if (checkpoint.Number != (last?.Number ?? 0) + 1)
        {
            return $"Checkpoint {(last?.Number ?? 0) + 1} is missing.";
        }

        using var seal = new Seal(last?.Hash ?? Link.Start, checkpoint.Number, checkpoint.MadeOn);
        var heads = db.CheckpointHeads.IgnoreQueryFilters([KeptDb.SchoolFilter]).AsNoTracking()
            .Where(h => h.Checkpoint == checkpoint.Number)
            .OrderBy(h => h.SchoolId).ThenBy(h => h.Chain);
        await foreach (var head in heads.AsAsyncEnumerable().WithCancellation(cancel))
        {
            seal.Cover(head.SchoolId.Value, head.Chain, head.Number, head.Hash);
        }

        if (!seal.Close().AsSpan().SequenceEqual(checkpoint.Hash) || !checkpoint.Before.AsSpan().SequenceEqual(last?.Hash ?? Link.Start))
        {
            return $"Checkpoint {checkpoint.Number} has been changed.";
        }

        return key is null
            ? $"The signatures of the checkpoints cannot be checked: {LedgerKey.FileName} is not in the data folder."
            : key.HasSigned(checkpoint.Hash, checkpoint.Signature) ? null : $"Checkpoint {checkpoint.Number} was not signed with this key.";
    }
}
