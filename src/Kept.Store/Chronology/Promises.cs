using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Chronology;

/// <summary>What was agreed: who would do what by when, as it was said then.</summary>
internal sealed class Promises : ITellsStory
{
    private static readonly string[] Shifts = ActionChange.Shifts;

    public string Kind => "action";

    public string Title => "Actions agreed";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var actions = record.Actions.AsNoTracking().Where(a => a.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            actions = actions.Where(a => a.OwnerId == person || record.ActionChanges.Any(c => c.ActionId == a.Id && c.FromOwnerId == person));
        }

        var rows = await stretch.Of(actions.Select(a => new Dated<AgreedAction> { Row = a, Day = a.AgreedOn, At = a.CreatedAt, Id = a.Id }))
            .Select(a => new Promise(
                a,
                record.Names
                    .Where(p => p.Id == (record.ActionChanges.Where(c => c.ActionId == a.Id && c.FromOwnerId != null).OrderBy(c => c.At).Select(c => c.FromOwnerId).FirstOrDefault() ?? a.OwnerId))
                    .Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim())
                    .FirstOrDefault(),
                record.Names.Any(p => p.Id == a.OwnerId && p.Kind != PersonKind.Staff),
                record.ActionChanges.Any(c => c.ActionId == a.Id && Shifts.Contains(c.Kind)),
                record.ActionChanges.Where(c => c.ActionId == a.Id && Shifts.Contains(c.Kind)).OrderBy(c => c.At).Select(c => c.FromDay).FirstOrDefault(),
                record.ActionChanges.Any(c => c.ActionId == a.Id && c.Kind == "action-done")))
            .ToListAsync(cancel);
        return [.. rows.Select(promise => Line(promise, stretch))];
    }

    private ChronicleLine Line(Promise promise, Stretch stretch)
    {
        var action = promise.Action;

        // The day it was first due is known where it never moved, or where its first move says from where.
        LocalDate? due = promise.Moved ? promise.MovedFrom : action.DueOn;
        return new ChronicleLine(
            stretch.MarkOf(action.AgreedOn, action.CreatedAt, action.Id), Kind, $"{promise.Owner} agreed{(due is { } day ? $", by {day.InWords()}" : "")}",
            $"/actions/{action.Id}", action.Visibility)
        {
            LoggedAt = action.CreatedAt,
            Words = [.. Told(action, promise.WasDoneHere)],
            NamesOthers = promise.ByOthers
        };
    }

    /// <summary>One that was taken over from a spreadsheet as done has no change that says so.</summary>
    private static IEnumerable<Words> Told(AgreedAction action, bool wasDoneHere)
    {
        yield return new Words(null, action.What);
        if (action.Source is { } source)
        {
            yield return new Words("At", source);
        }

        if (action.DoneOn is { } done && !wasDoneHere)
        {
            yield return new Words("Done", done.InWords());
        }
    }

    /// <param name="Owner">Who had it first.</param>
    /// <param name="ByOthers">Whether its owner is no member of staff.</param>
    /// <param name="MovedFrom">From which day it was first moved; null where it was first parked or opened again.</param>
    private sealed record Promise(AgreedAction Action, string? Owner, bool ByOthers, bool Moved, LocalDate? MovedFrom, bool WasDoneHere);
}
