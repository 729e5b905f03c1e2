using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Store.Actions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>What became of what was agreed: started, moved, given to somebody else, parked, opened again, done.</summary>
internal sealed class Changes : ITellsStory
{
    private const string Done = "action-done";

    public string Kind => "change";

    public string Title => "Changes to actions";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var changes = record.ActionChanges.AsNoTracking().Where(c => c.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            changes = changes.Where(c => c.ById == person || c.FromOwnerId == person || c.ToOwnerId == person);
        }

        var rows = await stretch.Of(changes.Select(c => new Timed<ActionChange> { Row = c, At = c.At, Id = c.Id }))
            .Join(record.Actions, c => c.ActionId, a => a.Id, (c, a) => new { c, a.What, a.Visibility, a.WhatChanged, a.Evidence })
            .Select(row => new
            {
                Change = row.c,
                Action = new { row.What, row.Visibility, row.WhatChanged, row.Evidence },
                IsTheLast = row.c.Kind == Done && !record.ActionChanges.Any(later => later.ActionId == row.c.ActionId && later.Kind == Done && later.At > row.c.At),
                By = record.Names.Where(p => p.Id == row.c.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                From = record.Names.Where(p => p.Id == row.c.FromOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                To = record.Names.Where(p => p.Id == row.c.ToOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Change.At, row.Change.Id), Kind, "Action " + LowerFirst(new NamedChange(row.Change, row.By, row.From, row.To).InWords(day => day.InWords())),
            $"/actions/{row.Change.ActionId}", row.Action.Visibility)
        {
            By = row.By,
            Words = [.. Told(row.Action.What, row.Change.Reason, row.IsTheLast ? row.Action.WhatChanged : null, row.IsTheLast ? row.Action.Evidence : null)]
        })];
    }

    private static IEnumerable<Words> Told(string what, string? reason, string? changed, string? evidence)
    {
        yield return new Words(null, what);
        foreach (var (label, text) in new[] { ("Why", reason), ("What changed", changed), ("Evidence", evidence) })
        {
            if (text is not null)
            {
                yield return new Words(label, text);
            }
        }
    }

    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
