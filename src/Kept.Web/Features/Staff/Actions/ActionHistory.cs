using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Actions;

/// <summary>One thing that happened to an action, as a sentence.</summary>
public sealed record ChangeLine(LocalDate On, string Sentence, string? Reason);

internal static class ActionHistory
{
    public static async Task<IReadOnlyList<ChangeLine>> OfAsync(VisibleRecord record, Id<AgreedAction> action, CancellationToken cancel)
    {
        var changes = await record.ChangesAsync(action, cancel);
        return [.. changes.Select(c =>
        {
            var on = c.Change.At.InZone(School.Zone).Date;
            return new ChangeLine(on, $"{Said(c.Change, c.From, c.To, on)} by {c.By}", c.Change.Reason);
        })];
    }

    private static string Said(ActionChange change, string? from, string? to, LocalDate on) => change.Kind switch
    {
        "action-started" => "Started",
        "action-done" => "Marked as done",
        "action-moved" => $"Moved from {Days.Plain(change.FromDay!.Value, on)} to {Days.Plain(change.ToDay!.Value, on)}",
        "action-reassigned" => $"Given to {to} instead of {from}",
        "action-parked" => $"Parked until {Days.Plain(change.ToDay!.Value, on)}",
        "action-stands" => "Gone through in a meeting and kept as it is",
        "action-reopened" => $"Opened again for {Days.Plain(change.ToDay!.Value, on)}",
        _ => change.Kind
    };
}
