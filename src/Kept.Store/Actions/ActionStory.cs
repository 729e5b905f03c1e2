using Kept.Domain;
using Kept.Domain.Actions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Actions;

/// <summary>One change of an action with the names of those it concerns.</summary>
public sealed record NamedChange(ActionChange Change, string? By, string? From, string? To)
{
    /// <summary>"Moved from 2 May to 9 May", without who and why.</summary>
    /// <param name="day">How a day is said where this is shown.</param>
    public string InWords(Func<LocalDate, string> day) => Change.Kind switch
    {
        "action-started" => "Started",
        "action-done" => "Marked as done",
        "action-moved" => $"Moved from {day(Change.FromDay!.Value)} to {day(Change.ToDay!.Value)}",
        "action-reassigned" => $"Given to {To} instead of {From}",
        "action-parked" => $"Parked until {day(Change.ToDay!.Value)}",
        "action-stands" => "Gone through in a meeting and kept as it is",
        "action-reopened" => $"Opened again for {day(Change.ToDay!.Value)}",
        _ => Change.Kind
    };
}

public static class ActionStory
{
    private const int Most = 100;

    /// <summary>The latest first. Names are given even of a carer who is tied to the pupil no more.</summary>
    public static async Task<IReadOnlyList<NamedChange>> ChangesAsync(this VisibleRecord record, Id<AgreedAction> action, CancellationToken cancel = default) =>
        await record.ActionChanges.AsNoTracking()
            .Where(c => c.ActionId == action)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Take(Most)
            .Select(c => new NamedChange(
                c,
                record.Names.Where(p => p.Id == c.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                record.Names.Where(p => p.Id == c.FromOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                record.Names.Where(p => p.Id == c.ToOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()))
            .ToListAsync(cancel);
}
