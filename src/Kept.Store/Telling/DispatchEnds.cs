using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>What comes after something that did not arrive; and what does not go out at night.</summary>
internal static class DispatchEnds
{
    private const int MostNotices = 200;
    private const int MostTies = 40;

    /// <summary>It did not and will not arrive: what it was about goes by the next way, in the same moment.</summary>
    /// <param name="db">In a transaction, which the caller ends.</param>
    /// <param name="row">The one dispatch, as long as it is as the caller found it: of two who learn of the same failure, one acts.</param>
    /// <param name="problem">Why, in a sentence for staff.</param>
    /// <param name="ways">Which the school has set up.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Whether it is so now; false where it is to be looked at again.</returns>
    public static async Task<bool> FailAsync(this KeptDb db, IQueryable<Dispatch> row, string problem, WaysOut ways, Instant now, CancellationToken cancel)
    {
        if (await row.AsNoTracking().FirstOrDefaultAsync(cancel) is not { } sent || await row.ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DispatchState.Failed).SetProperty(d => d.SettledAt, now).SetProperty(d => d.LeasedUntil, (Instant?)null)
                .SetProperty(d => d.AskAt, (Instant?)null).SetProperty(d => d.Problem, Fitting(problem)),
            cancel) != 1)
        {
            return false;
        }

        if (sent.Of is DispatchOf.WayIn)
        {
            return true;
        }

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == sent.CarerId, cancel);
        var tie = (await db.Relationships.AsNoTracking().Where(t => t.CarerId == sent.CarerId).OrderBy(t => t.Priority).ThenBy(t => t.Id).Take(MostTies).ToListAsync(cancel))[0];
        var left = await db.Notices.AsNoTracking().Where(n => n.DispatchId == sent.Id && n.OpenedAt == null && n.WithheldAt == null).OrderBy(n => n.MadeAt).Take(MostNotices).ToListAsync(cancel);
        if (Ways.For(Reach.Of(person, tie), ways).After(sent.Way) is { } next && !await db.PutAsync(person, next, sent.Language, left, now, cancel))
        {
            // They are opening it at this very moment: what is left is looked at again.
            return false;
        }

        // Whoever tells them by hand, or looks whether they were told, reads why, and can mend the address.
        var (ids, why) = (left.Select(n => n.Id).ToList(), Earlier(sent, problem));
        await db.Dispatches.Where(d => d.Id != sent.Id && d.Earlier == null && db.Notices.Any(n => n.DispatchId == d.Id && ids.Contains(n.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Earlier, why), cancel);
        return true;
    }

    /// <summary>When the night of this school ends; null by day.</summary>
    public static async Task<Instant?> MorningAsync(this KeptDb db, Id<School> school, Instant now, CancellationToken cancel)
    {
        var hours = await db.Schools.Where(s => s.Id == school).Select(s => new TellingHours(s.QuietFrom, s.QuietUntil)).SingleAsync(cancel);
        return hours.NotAtNight(now) is var then && then > now ? then : null;
    }

    public static string? Fitting(string? problem) => problem?.Length > Dispatch.ProblemMaxLength ? problem[..Dispatch.ProblemMaxLength] : problem;

    private static string Earlier(Dispatch sent, string problem)
    {
        var why = sent.Address is null ? problem : $"Could not be reached at {sent.Address}. {problem}";
        why = sent.Earlier is { } before ? $"{before}. {why}" : why;
        return why.Length > Dispatch.EarlierMaxLength ? why[..Dispatch.EarlierMaxLength] : why;
    }
}
