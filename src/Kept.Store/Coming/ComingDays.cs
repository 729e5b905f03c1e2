using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>Everything that comes back on a date, in one calendar and in one statement.</summary>
public sealed record ComingDays(IReadOnlyList<ComingRow> Rows, bool ThereAreMore)
{
    /// <summary>Of one kind. A month of a large school is dense already with a tenth of it.</summary>
    public const int MostOfAKind = 300;

    private static readonly IComes[] All = [new MeetingsToHold(), new ActionsDue(), new EntryReviews(), new PlanReviews(), new DocumentReviews()];

    /// <summary>Actions have their own lists on a day's page. What a family waits with has no day in the calendar, and is on every day's page until it is answered.</summary>
    private static readonly IComes[] BesideActions = [.. All.Where(kind => kind is not ActionsDue), new PlanViewsToAnswer()];

    /// <summary>What comes between two days, both included.</summary>
    public static async Task<ComingDays> BetweenAsync(VisibleRecord record, LocalDate from, LocalDate to, bool mine, CancellationToken cancel)
    {
        var rows = await Together(All.Select(kind => kind.For(record, mine)
                .Where(r => r.On >= @from && r.On <= to)
                .OrderBy(r => r.On).ThenBy(r => r.Id)
                .Take(MostOfAKind + 1)))
            .ToListAsync(cancel);
        var kept = rows.GroupBy(r => r.Kind is ComingKind.LookAgain ? ComingKind.Action : r.Kind).SelectMany(kind => kind.OrderBy(r => r.On).ThenBy(r => r.Id).Take(MostOfAKind)).ToList();
        return new ComingDays(InOrder(kept), kept.Count < rows.Count);
    }

    /// <summary>What has come by a day and still waits, but for actions: so many of each kind, the latest; and the next interpreters to book, who must be found before.</summary>
    public static async Task<IReadOnlyList<ComingRow>> ArrivedAsync(VisibleRecord record, LocalDate today, bool mine, int most, CancellationToken cancel) =>
        InOrder(await Together(BesideActions.Select(kind => kind.For(record, mine)
                .Where(r => r.On <= today)
                .OrderByDescending(r => r.On).ThenBy(r => r.Id)
                .Take(most))
            .Append(new InterpretersToBook().For(record, mine).OrderBy(r => r.On).ThenBy(r => r.Id).Take(most)))
            .ToListAsync(cancel));

    private static IQueryable<ComingRow> Together(IEnumerable<IQueryable<ComingRow>> kinds) => kinds.Aggregate((all, kind) => all.Concat(kind));

    private static IReadOnlyList<ComingRow> InOrder(IEnumerable<ComingRow> rows) => [.. rows.OrderBy(r => r.On).ThenBy(r => r.At ?? LocalTime.Midnight).ThenBy(r => r.Kind).ThenBy(r => r.Id)];
}
