using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.Coming;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Kept.Store.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Views;

/// <summary>Makes, takes back and reads the secret addresses of calendars.</summary>
public sealed class CalendarFeeds(Database database, Viewers viewers, IClock clock)
{
    private const int DaysBack = 60;
    private const int DaysAhead = 400;

    /// <summary>When the person's address was made; null when they have none.</summary>
    public async Task<Instant?> MadeAtAsync(StaffViewer viewer, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(viewer.SchoolId));
        return await db.CalendarFeeds.Where(f => f.PersonId == viewer.PersonId).Select(f => (Instant?)f.MadeAt).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The token for <c>/feeds/TOKEN/kept.ics</c>, shown once. An earlier address of the same person stops working.</summary>
    public async Task<string> MakeAsync(StaffViewer viewer, CancellationToken cancel)
    {
        try
        {
            return await ReplaceAsync(viewer, cancel);
        }
        catch (DbUpdateException problem) when (problem.IsOfADuplicate())
        {
            // Pressed twice: the later press ends what the earlier has just made.
            return await ReplaceAsync(viewer, cancel);
        }
    }

    /// <summary>The address stops working at once.</summary>
    public async Task TakeBackAsync(StaffViewer viewer, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(viewer.SchoolId));
        await db.CalendarFeeds.Where(f => f.PersonId == viewer.PersonId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The dates behind an address, as its owner may see them today; null for any other address, and for somebody who has left.</summary>
    public async Task<FeedDates?> ReadAsync(string? token, CancellationToken cancel)
    {
        if (SchoolToken.Read(token) is not var (school, hash))
        {
            return null;
        }

        await using var db = database.Open(Tenancy.Of(school));
        var account = await db.CalendarFeeds.Where(f => f.SecretHash == hash)
            .Join(db.People, f => f.PersonId, p => p.Id, (f, p) => p.AccountId)
            .SingleOrDefaultAsync(cancel);
        if (account is not { } id || await viewers.FindAsync(db, id, cancel) is not { } found)
        {
            return null;
        }

        var today = clock.GetCurrentInstant().InZone(School.Zone).Date;
        var record = new VisibleRecord(db, found.Viewer, clock);
        var coming = await ComingDays.BetweenAsync(record, today.PlusDays(-DaysBack), today.PlusDays(DaysAhead), mine: true, cancel);

        // Not even that there is something: the programme that fetches it stands on somebody's telephone.
        return new FeedDates(found.School.Name, [.. coming.Rows.Where(r => r.Visibility is not Visibility.Safeguarding)]);
    }

    private async Task<string> ReplaceAsync(StaffViewer viewer, CancellationToken cancel)
    {
        var (token, hash) = SchoolToken.New(viewer.SchoolId);
        await using var db = database.Open(Tenancy.Of(viewer.SchoolId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.CalendarFeeds.Where(f => f.PersonId == viewer.PersonId).ExecuteDeleteAsync(cancel);
        db.CalendarFeeds.Add(new CalendarFeed
        {
            Id = Id<CalendarFeed>.New(),
            SchoolId = viewer.SchoolId,
            PersonId = viewer.PersonId,
            SecretHash = hash,
            MadeAt = clock.GetCurrentInstant()
        });
        await new LedgerWriter(db, viewer, clock).SaveAsync([], cancel);
        await transaction.CommitAsync(cancel);
        return token;
    }
}

/// <summary>What an address gives out.</summary>
public sealed record FeedDates(string School, IReadOnlyList<ComingRow> Rows);
