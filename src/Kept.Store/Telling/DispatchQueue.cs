using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Something that is to go out now, held by whoever took it.</summary>
/// <param name="Address">Where the carer is reached at this moment, as the school has it; null where it has nothing any more.</param>
public sealed record ToSend(
    Id<School> SchoolId, string SchoolName, string Slug, Id<Dispatch> Id, Id<Person> CarerId, DispatchOf Of, WayToTell Way, string? Address, string Language, int Try, Instant MadeAt, Id<Person>? AskedById)
{
    /// <summary>When it was taken.</summary>
    public Instant Begun { get; init; }

    /// <summary>In which form the carer reads it.</summary>
    public FormatWishes Formats { get; init; } = FormatWishes.Ordinary;
}

/// <summary>
/// The outbox that the tellers of all nodes share. That something is about to be sent is on the disk before it is; what became of it is written after. Whoever finds one
/// that was begun and never ended knows only that it may have arrived.
/// </summary>
public sealed class DispatchQueue(Database database, IClock clock)
{
    private const int MostAtOnce = 200;
    private const int AFew = 20;
    private const int MostTies = 40;

    /// <summary>A link that somebody waits for comes before all else; then those that wait longest. A few, so that a link which is asked for meanwhile need not wait for thousands.</summary>
    public async Task<IReadOnlyList<ToSend>> DueAsync(WayToTell way, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await Everywhere(db).AsNoTracking()
            .Where(d => d.State == DispatchState.Waiting && d.NextAt <= now && d.Way == way)
            .OrderByDescending(d => d.Of == DispatchOf.WayIn).ThenBy(d => d.NextAt)
            .Take(AFew)
            .Join(db.Schools, d => d.SchoolId, s => s.Id, (d, s) => new ToSend(d.SchoolId, s.Name, s.Slug, d.Id, d.CarerId, d.Of, d.Way, d.Address, d.Language, d.Tries, d.MadeAt, d.SaidById))
            .ToListAsync(cancel);
    }

    /// <summary>
    /// Takes it, for this node alone; and asks once more whether this carer may be told, and whether it is night. Null when it is somebody else’s, nobody’s any more, or waits for
    /// the morning.
    /// </summary>
    /// <param name="due">What is to go out.</param>
    /// <param name="service">Which service it is handed to, where it can be asked afterwards.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ToSend?> TakeAsync(ToSend due, string? service, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(Tenancy.Of(due.SchoolId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var mine = db.Dispatches.Where(d => d.Id == due.Id && d.State == DispatchState.Waiting && d.Tries == due.Try);
        if (due.Of is DispatchOf.Notices && await db.MorningAsync(due.SchoolId, now, cancel) is { } morning)
        {
            await mine.ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAt, morning), cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }

        var (address, formats, isWanted) = await LookAgainAsync(db, due, now, cancel);
        var until = now + Dispatch.Lease;
        var taken = isWanted
            ? await mine.ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, DispatchState.Sending).SetProperty(d => d.Tries, due.Try + 1).SetProperty(d => d.LeasedUntil, until).SetProperty(d => d.Address, address)
                    .SetProperty(d => d.Service, service).SetProperty(d => d.AskAt, service == null ? null : until),
                cancel)
            : await mine.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now), cancel);
        if (taken != 1)
        {
            return null;
        }

        await transaction.CommitAsync(cancel);
        return isWanted ? due with { Try = due.Try + 1, Address = address, Formats = formats, Begun = now } : null;
    }

    public bool HasWaitedTooLong(ToSend due) => clock.GetCurrentInstant() - due.MadeAt >= Dispatch.GivesUpAfter;

    /// <param name="sent">What the service has.</param>
    /// <param name="reference">The service’s number for it, by which it can be asked; null where it gives none.</param>
    /// <param name="cancel">Stops it.</param>
    public Task SentAsync(ToSend sent, string? reference, CancellationToken cancel) => SettleAsync(sent, DispatchState.Sent, null, reference, isAsked: reference is not null, cancel);

    /// <summary>It may have gone out: the service is asked where it can be, and otherwise it stays until somebody of the school looks at it.</summary>
    /// <param name="sent">What was handed over.</param>
    /// <param name="problem">What went wrong, in a sentence for staff.</param>
    /// <param name="isAsked">Whether the service can be asked.</param>
    /// <param name="cancel">Stops it.</param>
    public Task UnclearAsync(ToSend sent, string problem, bool isAsked, CancellationToken cancel) => SettleAsync(sent, DispatchState.Unclear, problem, null, isAsked, cancel);

    /// <summary>It surely did not go out; it will be tried again, until it has been tried for long enough.</summary>
    public async Task LaterAsync(ToSend sent, string problem, WaysOut ways, CancellationToken cancel)
    {
        if (HasWaitedTooLong(sent))
        {
            await FailAsync(sent, problem, ways, cancel);
            return;
        }

        var next = clock.GetCurrentInstant() + Dispatch.PauseAfter(sent.Try);
        await using var db = database.Open(Tenancy.Of(sent.SchoolId));
        await Held(db, sent).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DispatchState.Waiting).SetProperty(d => d.NextAt, next).SetProperty(d => d.LeasedUntil, (Instant?)null).SetProperty(d => d.AskAt, (Instant?)null)
                .SetProperty(d => d.Problem, DispatchEnds.Fitting(problem)),
            cancel);
    }

    /// <summary>It did not and will not arrive: what it was about goes by the next way, in the same moment.</summary>
    public async Task FailAsync(ToSend sent, string problem, WaysOut ways, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(sent.SchoolId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.FailAsync(Held(db, sent), problem, ways, clock.GetCurrentInstant(), cancel))
        {
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Gives it back untried: this node stops.</summary>
    public async Task LetGoAsync(ToSend taken)
    {
        await using var db = database.Open(Tenancy.Of(taken.SchoolId));
        await Held(db, taken).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Waiting).SetProperty(d => d.LeasedUntil, (Instant?)null).SetProperty(d => d.AskAt, (Instant?)null));
    }

    /// <summary>Those whose sender died over them: each may have gone out, so none goes again before the service, or a person, has said that it did not.</summary>
    public async Task<int> FindAbandonedAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await Everywhere(db).Where(d => d.State == DispatchState.Sending && d.LeasedUntil < now).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DispatchState.Unclear).SetProperty(d => d.SettledAt, d => d.LeasedUntil).SetProperty(d => d.LeasedUntil, (Instant?)null)
                .SetProperty(d => d.Problem, "Kept was stopped while it was sending this"),
            cancel);
    }

    /// <summary>Where this carer is reached now and in which form they read, and whether there is still something to tell them. What there is not any more is withheld.</summary>
    private static async Task<(string? Address, FormatWishes Formats, bool IsWanted)> LookAgainAsync(KeptDb db, ToSend due, Instant now, CancellationToken cancel)
    {
        var today = now.InZone(School.Zone).Date;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == due.CarerId, cancel);
        var address = due.Way is WayToTell.Email ? Addresses.Email(person.Email) : Addresses.Mobile(person.Phone);
        var ties = await db.Relationships.AsNoTracking().Where(t => t.CarerId == due.CarerId).OrderBy(t => t.Id).Take(MostTies).ToListAsync(cancel);
        var formats = ties.Where(t => t.MayBeToldOn(today)).Aggregate(FormatWishes.Ordinary, (all, tie) => all.With(tie.Formats));
        if (due.Of is DispatchOf.WayIn)
        {
            return (address, formats, address is not null && ties.Exists(t => t.MayBeToldOn(today)));
        }

        var notices = await db.Notices.AsNoTracking().Where(n => n.DispatchId == due.Id && n.OpenedAt == null && n.WithheldAt == null).OrderBy(n => n.MadeAt).Take(MostAtOnce).ToListAsync(cancel);
        var told = (await db.SharedAsync(notices, cancel)).Where(n => ties.MayHear(n, today)).Select(n => n.Id).ToList();
        var withheld = notices.Select(n => n.Id).Except(told).ToList();
        await db.Notices.Where(n => withheld.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.WithheldAt, now), cancel);

        return (address, formats, told.Count > 0);
    }

    private async Task SettleAsync(ToSend sent, DispatchState state, string? problem, string? reference, bool isAsked, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var askAt = isAsked ? now + Dispatch.AskAgainAfter(Duration.Zero) : (Instant?)null;
        await using var db = database.Open(Tenancy.Of(sent.SchoolId));
        await Held(db, sent).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, state).SetProperty(d => d.SettledAt, now).SetProperty(d => d.LeasedUntil, (Instant?)null)
                .SetProperty(d => d.Problem, DispatchEnds.Fitting(problem)).SetProperty(d => d.Reference, reference).SetProperty(d => d.AskAt, askAt),
            cancel);
    }

    private static IQueryable<Dispatch> Everywhere(KeptDb db) => db.Dispatches.IgnoreQueryFilters([KeptDb.SchoolFilter]);

    private static IQueryable<Dispatch> Held(KeptDb db, ToSend sent) => db.Dispatches.Where(d => d.Id == sent.Id && d.State == DispatchState.Sending && d.Tries == sent.Try);
}
