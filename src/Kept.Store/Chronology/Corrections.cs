using Kept.Domain;
using Kept.Domain.Log;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>That what was logged was corrected, by whom and why. The old words stand struck through where the conversation is told.</summary>
internal sealed class Corrections : ITellsStory
{
    public string Kind => "correction";

    public string Title => "Corrections";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var versions = record.EntryVersions.AsNoTracking().Where(v => v.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            versions = versions.Where(v => v.ReplacedById == person);
        }

        var rows = await stretch.Of(versions.Select(v => new Timed<EntryVersion> { Row = v, At = v.ReplacedAt, Id = v.Id }))
            .Join(record.Entries, v => v.EntryId, e => e.Id, (v, e) => new { Was = v, e.HappenedOn, e.Visibility })
            .Select(row => new
            {
                row.Was,
                Now = new { row.HappenedOn, row.Visibility },
                By = record.Names.Where(p => p.Id == row.Was.ReplacedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Was.ReplacedAt, row.Was.Id), Kind, $"What was logged about {row.Now.HappenedOn.InWords()} was corrected",
            $"/entries/{row.Was.EntryId}", row.Was.Visibility > row.Now.Visibility ? row.Was.Visibility : row.Now.Visibility)
        {
            By = row.By,
            Words = [new Words(null, row.Was.Reason)]
        })];
    }
}
