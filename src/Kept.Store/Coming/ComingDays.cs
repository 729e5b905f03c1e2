using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>Everything that comes back on a date, in one calendar.</summary>
public sealed record ComingDays(IReadOnlyList<ComingRow> Rows, bool ThereAreMore)
{
    /// <summary>Of one kind. A month of a large school is dense already with a tenth of it.</summary>
    public const int MostOfAKind = 300;

    private static readonly IComes[] Kinds = [new ActionsDue(), new EntryReviews()];

    /// <summary>A statement for each kind, each bounded.</summary>
    public static async Task<ComingDays> BetweenAsync(VisibleRecord record, LocalDate from, LocalDate to, bool mine, CancellationToken cancel)
    {
        List<ComingRow> rows = [];
        var more = false;
        foreach (var kind in Kinds)
        {
            var found = await kind.Between(record, from, to, mine).Take(MostOfAKind + 1).ToListAsync(cancel);
            more |= found.Count > MostOfAKind;
            rows.AddRange(found.Take(MostOfAKind));
        }

        return new ComingDays([.. rows.OrderBy(r => r.On).ThenBy(r => r.Kind).ThenBy(r => r.Id)], more);
    }
}
