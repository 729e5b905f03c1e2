using Kept.Domain;
using Kept.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>Documents, a line for each version, on the day it was added. One that was withdrawn since is told with the reason.</summary>
internal sealed class PapersAdded : ITellsStory
{
    public string Kind => "document";

    public string Title => "Documents";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var theirs = record.DocumentPupils.Where(a => a.PupilId == stretch.Pupil).Select(a => a.DocumentId);
        var versions = record.DocumentVersions.AsNoTracking().Where(v => theirs.Contains(v.DocumentId));
        if (stretch.Person is { } person)
        {
            versions = versions.Where(v => v.AddedById == person);
        }

        var rows = await stretch.Of(versions.Select(v => new Timed<DocumentVersion> { Row = v, At = v.AddedAt, Id = v.Id }))
            .Join(record.Documents, v => v.DocumentId, d => d.Id, (v, d) => new { Version = v, Document = d })
            .Select(row => new
            {
                row.Version,
                row.Document.Title,
                row.Document.Category,
                row.Document.DatedOn,
                row.Document.Author,
                row.Document.Visibility,
                row.Document.WithdrawnBecause,
                Others = record.DocumentPupils.Any(a => a.DocumentId == row.Version.DocumentId && a.PupilId != stretch.Pupil),
                By = record.Names.Where(p => p.Id == row.Version.AddedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Version.AddedAt, row.Version.Id), Kind, row.Version.Number == 1 ? $"{row.Category.InWords()} added" : $"{row.Category.InWords()}, version {row.Version.Number} added",
            $"/documents/{row.Version.DocumentId}", row.Version.Visibility > row.Visibility ? row.Version.Visibility : row.Visibility)
        {
            By = row.By,
            Words =
            [
                new Words(null, row.Title),
                new Words("Dated", row.DatedOn.InWords() + (row.Author is { } author ? $", by {author}" : "")),
                .. row.Version.Note is { } note ? [new Words("What is new", note)] : Array.Empty<Words>(),
                .. row.WithdrawnBecause is { } why ? [new Words("Withdrawn since", why)] : Array.Empty<Words>()
            ],
            NamesOthers = row.Others,
            IsAboutOthersToo = row.Others
        })];
    }
}
