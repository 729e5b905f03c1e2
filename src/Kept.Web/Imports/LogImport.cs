using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Schools;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>Takes over the action log that a school keeps today: checks all of it, and saves only when told to.</summary>
public sealed class LogImport(VisibleRecord record, SchoolCalendar calendar, LocalDate today, Instant now)
{
    private const int MostKnown = 100_000;

    public async Task<LogReport> CheckAsync(LogSheet sheet, LogColumns columns, LogImportOptions options, CancellationToken cancel = default)
    {
        if (columns.Missing(options.Pupil is not null) is { } missing)
        {
            throw new UnusableFileException($"{missing}.");
        }

        var pupils = await LogPupils.OfAsync(record, [.. sheet.Rows.Select(row => PupilCell(columns, row, options))], cancel);
        var ids = pupils.All.Select(pupil => pupil.Id).ToArray();
        var owners = await LogOwners.OfAsync(record, ids, calendar, today, cancel);
        var saysWhen = columns.Has(LogPart.Agreed);
        var known = (await record.Actions.AsNoTracking().Where(a => ids.Contains(a.PupilId)).OrderBy(a => a.Id).Take(MostKnown)
            .Select(a => new { a.PupilId, a.What, a.AgreedOn, a.OwnerId }).ToListAsync(cancel))
            .Select(a => new LogKey(a.PupilId, Text.Key(a.What), saysWhen ? a.AgreedOn : null, a.OwnerId)).ToHashSet();
        return new LogReport([.. sheet.Rows.Select(row => Read(row, columns, options, pupils, owners, known))]);
    }

    /// <summary>Saves what can be taken; what is there already is left alone.</summary>
    public async Task<Refusal?> SaveAsync(LogReport report, CancellationToken cancel = default)
    {
        var actions = report.ToAdd.Select(row => row.Action!).ToList();
        foreach (var action in actions)
        {
            record.Add(action);
        }

        return actions.Count == 0
            ? null
            : await record.SaveAsync([.. actions.GroupBy(a => a.PupilId).Select(of => new ActionsImported(of.Key, of.Count()))], cancel);
    }

    private LogRow Read(TableRow row, LogColumns columns, LogImportOptions options, LogPupils pupils, LogOwners owners, HashSet<LogKey> known)
    {
        var cells = new LogCells(columns, row, calendar, today);
        cells.Read();
        if (!pupils.Find(PupilCell(columns, row, options)).Allowed(out var pupil, out var refused))
        {
            cells.Wrong(columns.Has(LogPart.Pupil) ? LogPart.Pupil : LogPart.Upn, refused.Sentence);
            if (owners.NeverOne(columns.Read(row, LogPart.Owner)) is { } never)
            {
                cells.Wrong(LogPart.Owner, never.Sentence);
            }

            return Bad(null, null);
        }

        if (!owners.Find(columns.Read(row, LogPart.Owner), pupil).Allowed(out var owner, out refused))
        {
            cells.Wrong(LogPart.Owner, refused.Sentence);
        }

        if (cells.Problems.Count > 0 || owner is null)
        {
            return Bad(pupil, owner);
        }

        // Where the log does not say when, it cannot have been after its own deadline or after today.
        var agreedOn = cells.Agreed ?? LocalDate.Min(cells.Due!.Value, today);
        var agreed = new ActionAgreement(record.Viewer.SchoolId, pupil.Id, EntryId: null, cells.Source, cells.What, options.Visibility, agreedOn);
        var soFar = new ActionSoFar(cells.Status, cells.Done, cells.Evidence);
        if (!AgreedAction.TakeOver(agreed, owner, cells.Due, soFar, today, now).Allowed(out var action, out refused))
        {
            cells.Wrong(PartOf(refused), refused.Sentence);
            return Bad(pupil, owner);
        }

        var isThere = !known.Add(new LogKey(pupil.Id, Text.Key(action.What), cells.Agreed, owner.PersonId));
        return new LogRow(row, pupil.Name, owner.Name, action, isThere, [], cells.Notes);

        LogRow Bad(LogPupil? whose, Owner? who) => new(row, whose?.Name, who?.Name, null, IsThere: false, cells.Problems, cells.Notes);
    }

    private static string PupilCell(LogColumns columns, TableRow row, LogImportOptions options) =>
        Text.Tidy(columns.Read(row, LogPart.Upn)) ?? Text.Tidy(columns.Read(row, LogPart.Pupil))
        ?? (columns.Has(LogPart.Pupil) || columns.Has(LogPart.Upn) ? "" : options.Pupil ?? "");

    private static LogPart PartOf(Refusal refusal) => refusal.Field switch
    {
        nameof(AgreedAction.AgreedOn) => LogPart.Agreed,
        nameof(AgreedAction.DueOn) => LogPart.Due,
        nameof(AgreedAction.DoneOn) => LogPart.Done,
        nameof(AgreedAction.Evidence) => LogPart.Evidence,
        "Owner" => LogPart.Owner,
        _ => LogPart.What
    };
}
