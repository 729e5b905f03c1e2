using System.Runtime.CompilerServices;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Store.Actions;
using Kept.Store.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Export;

/// <summary>Whose record a line is about.</summary>
public sealed record LinePupil(Id<Pupil> Id, string Name, string Upn, string YearGroup, string? ClassName);

/// <summary>
/// One row of an export: an action with the entry in which it was agreed, an entry that agreed nothing, or an action of no entry.
/// </summary>
public sealed record LogLine(LinePupil Pupil, StoryEntry? Entry, ActionRow? Action);

/// <summary>
/// The record as rows for a file. Read some hundred at a time, each batch from where the last one ended, so that memory does not
/// grow with rows; through the guarded door, so that a file has what its reader may see and nothing else.
/// </summary>
public static class LogLines
{
    private const int Batch = 200;

    /// <summary>A pupil's whole log, or the whole school's: by day, then what was agreed in no entry that is seen.</summary>
    public static async IAsyncEnumerable<LogLine> LogAsync(this VisibleRecord record, Id<Pupil>? pupil, [EnumeratorCancellation] CancellationToken cancel)
    {
        var entries = pupil is null ? record.Entries : record.Entries.Where(e => e.PupilId == pupil);
        var (day, id) = (LocalDate.MinIsoValue, default(Id<LogEntry>));
        while (await EntriesAfterAsync(record, entries, day, id, cancel) is { Count: > 0 } batch)
        {
            foreach (var line in await WithActionsAsync(record, batch, cancel))
            {
                yield return line;
            }

            (day, id) = (batch[^1].HappenedOn, batch[^1].Id);
        }

        var others = record.Actions.Where(a => !record.Entries.Any(e => e.Id == a.EntryId));
        await foreach (var line in record.ActionLinesAsync(pupil is null ? others : others.Where(a => a.PupilId == pupil), cancel))
        {
            yield return line;
        }
    }

    /// <summary>The given entries, oldest first.</summary>
    public static async IAsyncEnumerable<StoryEntry> EntriesAsync(
        this VisibleRecord record, IQueryable<LogEntry> entries, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (day, id) = (LocalDate.MinIsoValue, default(Id<LogEntry>));
        while (await EntriesAfterAsync(record, entries, day, id, cancel) is { Count: > 0 } batch)
        {
            foreach (var entry in batch)
            {
                yield return entry;
            }

            (day, id) = (batch[^1].HappenedOn, batch[^1].Id);
        }
    }

    /// <summary>The given actions, by the day they are due, each with its entry where that may be seen.</summary>
    public static async IAsyncEnumerable<LogLine> ActionLinesAsync(
        this VisibleRecord record, IQueryable<AgreedAction> actions, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (day, id) = (LocalDate.MinIsoValue, default(Id<AgreedAction>));
        while (await ActionsAfterAsync(record, actions, day, id, cancel) is { Count: > 0 } batch)
        {
            foreach (var line in await WithEntriesAsync(record, batch, cancel))
            {
                yield return line;
            }

            (day, id) = (batch[^1].DueOn, batch[^1].Id);
        }
    }

    private static async Task<List<StoryEntry>> EntriesAfterAsync(
        VisibleRecord record, IQueryable<LogEntry> entries, LocalDate day, Id<LogEntry> id, CancellationToken cancel)
    {
        var rest = day == LocalDate.MinIsoValue ? entries : entries.Where(e => e.HappenedOn > day || (e.HappenedOn == day && e.Id > id));
        var batch = await record.StoryOf(rest.OrderBy(e => e.HappenedOn).ThenBy(e => e.Id).Take(Batch)).ToListAsync(cancel);
        return [.. batch.OrderBy(e => e.HappenedOn).ThenBy(e => e.Id)];
    }

    private static async Task<List<ActionRow>> ActionsAfterAsync(
        VisibleRecord record, IQueryable<AgreedAction> actions, LocalDate day, Id<AgreedAction> id, CancellationToken cancel)
    {
        var rest = day == LocalDate.MinIsoValue ? actions : actions.Where(a => a.DueOn > day || (a.DueOn == day && a.Id > id));
        var batch = await record.Rows(rest.OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Batch)).ToListAsync(cancel);
        return [.. batch.OrderBy(a => a.DueOn).ThenBy(a => a.Id)];
    }

    private static async Task<IEnumerable<LogLine>> WithActionsAsync(VisibleRecord record, List<StoryEntry> entries, CancellationToken cancel)
    {
        var ids = entries.Select(e => (Id<LogEntry>?)e.Id).ToArray();
        var actions = (await record.Rows(record.Actions.Where(a => ids.Contains(a.EntryId))).ToListAsync(cancel)).ToLookup(a => a.EntryId);
        var pupils = await PupilsAsync(record, entries.Select(e => e.PupilId), cancel);
        return entries.SelectMany(entry => actions[entry.Id]
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id)
            .DefaultIfEmpty<ActionRow?>()
            .Select(action => new LogLine(pupils[entry.PupilId], entry, action)));
    }

    private static async Task<IEnumerable<LogLine>> WithEntriesAsync(VisibleRecord record, List<ActionRow> actions, CancellationToken cancel)
    {
        var ids = actions.Select(a => a.EntryId).OfType<Id<LogEntry>>().Distinct().ToArray();
        var entries = await record.StoryOf(record.Entries.Where(e => ids.Contains(e.Id))).ToDictionaryAsync(e => e.Id, cancel);
        var pupils = await PupilsAsync(record, actions.Select(a => a.PupilId), cancel);
        return actions.Select(a => new LogLine(pupils[a.PupilId], a.EntryId is { } entry ? entries.GetValueOrDefault(entry) : null, a));
    }

    private static async Task<Dictionary<Id<Pupil>, LinePupil>> PupilsAsync(VisibleRecord record, IEnumerable<Id<Pupil>> some, CancellationToken cancel)
    {
        var ids = some.Distinct().ToArray();
        return await record.Pupils.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new LinePupil(p.Id, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.Upn, p.YearGroup, p.ClassName))
            .ToDictionaryAsync(p => p.Id, cancel);
    }
}
