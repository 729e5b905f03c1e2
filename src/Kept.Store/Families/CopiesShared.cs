using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>The copies of everything that one carer has asked for about one child: made in the background, theirs alone to fetch.</summary>
public sealed class CopiesShared(VisibleRecord viewed, Id<Person> carer, Id<Pupil> pupil)
{
    private const int Most = 20;

    private static readonly Duration Day = Duration.FromDays(1);

    private readonly VisibleRecord record = viewed.SharedWithTheFamilyOf(pupil);

    /// <summary>The latest first. Null where this carer may be told nothing.</summary>
    public async Task<IReadOnlyList<Pack>?> AllAsync(CancellationToken cancel) =>
        await MayBeToldAsync(cancel) ? await record.Packs.AsNoTracking().OrderByDescending(p => p.AskedAt).ThenByDescending(p => p.Id).Take(Most).ToListAsync(cancel) : null;

    /// <summary>Asks for one; the same one again while it is being made. Null where this carer may be told nothing.</summary>
    public async Task<Result<Pack>?> AskAsync(PackFormat? format, string language, Instant now, CancellationToken cancel)
    {
        if (record.Viewer is not FamilyViewer by || by.PersonId != carer || await AllAsync(cancel) is not { } before)
        {
            return null;
        }

        if (before.FirstOrDefault(p => p.IsUnderWay && p.Format == format) is { } underWay)
        {
            return underWay;
        }

        var lately = before.Where(p => p.AskedAt > now - Day).ToList();
        var largePrint = await record.Relationships.AnyAsync(t => t.PupilId == pupil && t.CarerId == carer && t.LargePrint, cancel);
        if (!Pack.AskOwn(by, pupil, format, language, largePrint, lately.Count, lately.Count(p => p.Format is PackFormat.Zip), now).Allowed(out var pack, out var refusal))
        {
            return refusal;
        }

        record.Add(pack);
        return await record.SaveAsync(new PackAsked(pupil, pack.Id, pack.Audience), cancel) is { } meanwhile ? meanwhile : pack;
    }

    /// <summary>One that is there, and is now fetched: the history says so before the first byte goes out. Null where there is none.</summary>
    public async Task<Pack?> TakeAsync(Id<Pack> id, Instant now, CancellationToken cancel) =>
        await MayBeToldAsync(cancel) && await record.Packs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) is { } found && found.IsThereAt(now)
            && await record.SaveAsync(new PackTaken(pupil, found.Id, found.Audience), cancel) is null
            ? found
            : null;

    private async Task<bool> MayBeToldAsync(CancellationToken cancel)
    {
        var tie = await record.Relationships.AsNoTracking().FirstOrDefaultAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel);
        return tie?.MayBeToldOn(record.Today) is true;
    }
}
