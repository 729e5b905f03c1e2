using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Actions;

/// <summary>One thing that happened to an action, as a sentence.</summary>
public sealed record ChangeLine(LocalDate On, string Sentence, string? Reason);

internal static class ActionHistory
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<ChangeLine>> OfAsync(VisibleRecord record, Id<AgreedAction> action, CancellationToken cancel)
    {
        var changes = await record.ActionChanges.AsNoTracking()
            .Where(c => c.ActionId == action)
            .OrderByDescending(c => c.At)
            .Take(Most)
            .Select(c => new
            {
                Change = c,
                By = record.People.Where(p => p.Id == c.ById).Select(p => p.Title + " " + p.GivenName + " " + p.FamilyName).FirstOrDefault(),
                From = record.People.Where(p => p.Id == c.FromOwnerId).Select(p => p.Title + " " + p.GivenName + " " + p.FamilyName).FirstOrDefault(),
                To = record.People.Where(p => p.Id == c.ToOwnerId).Select(p => p.Title + " " + p.GivenName + " " + p.FamilyName).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. changes.Select(c =>
        {
            var on = c.Change.At.InZone(School.Zone).Date;
            return new ChangeLine(on, $"{Said(c.Change, c.From, c.To, on)} by {Text.Tidy(c.By) ?? "somebody who is no longer in the record"}", c.Change.Reason);
        })];
    }

    private static string Said(ActionChange change, string? from, string? to, LocalDate on) => change.Kind switch
    {
        "action-started" => "Started",
        "action-done" => "Marked as done",
        "action-moved" => $"Moved from {Days.Plain(change.FromDay!.Value, on)} to {Days.Plain(change.ToDay!.Value, on)}",
        "action-reassigned" => $"Given to {Text.Tidy(to)} instead of {Text.Tidy(from)}",
        "action-parked" => $"Parked until {Days.Plain(change.ToDay!.Value, on)}",
        "action-reopened" => $"Opened again for {Days.Plain(change.ToDay!.Value, on)}",
        _ => change.Kind
    };
}
