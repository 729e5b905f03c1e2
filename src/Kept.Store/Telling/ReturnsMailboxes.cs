using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>A mailbox that this node alone looks at, and how far it has been read.</summary>
/// <param name="Until">The next look, of whichever node: until then it is this one’s.</param>
public sealed record ReturnsTaken(string Name, long Validity, long LastUid, Instant Until);

/// <summary>That a mailbox cannot be read.</summary>
/// <param name="ReadAt">When it last could; null for never.</param>
public sealed record ReturnsTrouble(string Sentence, Instant? ReadAt);

/// <summary>Whose turn it is to look into a mailbox, and how far it has been read: in the database, so that of several nodes one looks, and goes on where another was stopped.</summary>
public sealed class ReturnsMailboxes(Database database, IClock clock)
{
    /// <summary>Longer than a look may take: whoever looks is done, or dead, when the next one begins.</summary>
    public static readonly Duration BetweenLooks = Duration.FromMinutes(5);

    /// <summary>Null where it is not time yet, or another node looks.</summary>
    public async Task<ReturnsTaken?> TakeAsync(string name, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(new Tenancy());
        if (await FindAsync(db, name, cancel) is not { } found)
        {
            found = await AddAsync(db, new ReturnsMailbox { Name = name, LookAt = now }, cancel);
        }

        var until = now + BetweenLooks;
        return found is not null && found.LookAt <= now
            && await db.ReturnsMailboxes.Where(m => m.Name == name && m.LookAt == found.LookAt).ExecuteUpdateAsync(set => set.SetProperty(m => m.LookAt, until), cancel) == 1
                ? new ReturnsTaken(name, found.Validity, found.LastUid, until)
                : null;
    }

    /// <summary>How far it came. Nothing where another node has taken it since.</summary>
    /// <param name="taken">What this node looked at.</param>
    /// <param name="validity">The server’s UIDVALIDITY.</param>
    /// <param name="lastUid">The last mail that was looked at.</param>
    /// <param name="isMore">Whether there is more that waits: the next look is now.</param>
    /// <param name="trouble">Why it could not be read to its end; null where it could.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task LookedAsync(ReturnsTaken taken, long validity, long lastUid, bool isMore, string? trouble, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(new Tenancy());
        await db.ReturnsMailboxes.Where(m => m.Name == taken.Name && m.LookAt == taken.Until).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Validity, validity).SetProperty(m => m.LastUid, lastUid).SetProperty(m => m.Trouble, trouble)
                .SetProperty(m => m.ReadAt, m => trouble == null ? now : m.ReadAt).SetProperty(m => m.LookAt, isMore ? now : taken.Until),
            cancel);
    }

    /// <summary>Null where it can be read, or nobody has tried yet.</summary>
    public async Task<ReturnsTrouble?> TroubleAsync(string name, CancellationToken cancel)
    {
        await using var db = database.Open(new Tenancy());
        return await FindAsync(db, name, cancel) is { Trouble: { } sentence } mailbox ? new ReturnsTrouble(sentence, mailbox.ReadAt) : null;
    }

    private static Task<ReturnsMailbox?> FindAsync(KeptDb db, string name, CancellationToken cancel) => db.ReturnsMailboxes.AsNoTracking().FirstOrDefaultAsync(m => m.Name == name, cancel);

    /// <summary>Null where another node was first.</summary>
    private static async Task<ReturnsMailbox?> AddAsync(KeptDb db, ReturnsMailbox mailbox, CancellationToken cancel)
    {
        try
        {
            db.Add(mailbox);
            await db.SaveChangesAsync(cancel);
            return mailbox;
        }
        catch (DbUpdateException e) when (e.IsOfADuplicate())
        {
            return null;
        }
    }
}
