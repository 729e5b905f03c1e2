using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Domain.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Documents;

/// <summary>A document as every list shows it, with its current version, and those of its pupils whom the viewer may see.</summary>
public sealed record DocumentRow(
    Id<Document> Id,
    string Title,
    DocumentCategory Category,
    IReadOnlyList<string> Tags,
    LocalDate DatedOn,
    string? Author,
    Visibility Visibility,
    LocalDate? ReviewOn,
    Instant AddedAt,
    string AddedBy,
    Instant? WithdrawnAt,
    string? WithdrawnBecause,
    int Number,
    string FileName,
    FileKind Kind,
    long Bytes,
    string Sha256,
    bool IsLocked,
    Instant VersionAddedAt,
    IReadOnlyList<DocumentRowPupil> Pupils,
    string? Excerpt)
{
    public bool IsWithdrawn => WithdrawnAt is not null;

    public bool IsDueForReviewOn(LocalDate today) => ReviewOn <= today && !IsWithdrawn;

    public string PupilNames => string.Join(", ", Pupils.Select(p => p.Name));
}

/// <summary>A pupil whom a document is about.</summary>
public sealed record DocumentRowPupil(Id<Pupil> Id, string Name, string? ClassName);

public static class DocumentRows
{
    /// <summary>More than any page shows, so that what it shows begins with a whole word.</summary>
    private const int Before = 120;
    private const int ExcerptLength = 320;

    /// <summary>
    /// Two statements for the whole list: joined to their pupils in one, SQLite would first join every document of the school to its
    /// pupils. The caller orders and bounds the documents first.
    /// </summary>
    /// <param name="record">The door.</param>
    /// <param name="documents">From <see cref="VisibleRecord.Documents"/>.</param>
    /// <param name="words">Where given, each row brings what stands around the first of them.</param>
    public static IQueryable<DocumentRow> Rows(this VisibleRecord record, IQueryable<Document> documents, SearchWords? words = null)
    {
        var (versions, abouts, texts) = record.OfNarrowedDocuments;
        var pupils = record.Pupils;
        var names = record.Names;

        // As the word begins, so that "worry" stands before "worries"; where it is written otherwise, the text's own beginning is shown.
        var word = words?.All[0] is { } first ? first[..Math.Min(first.Length, 5)] : null;
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters; no culture of ours reaches it.
        return
            from d in documents.AsNoTracking().AsSplitQuery()
            join v in versions on new { DocumentId = d.Id, Number = d.CurrentNumber } equals new { v.DocumentId, v.Number }
            join p in names on d.AddedById equals p.Id
            select new DocumentRow(
                d.Id, d.Title, d.Category, d.Tags, d.DatedOn, d.Author, d.Visibility, d.ReviewOn, d.AddedAt,
                ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim(),
                d.WithdrawnAt, d.WithdrawnBecause, v.Number, v.FileName, v.Kind, v.Bytes, v.Sha256, v.IsLocked, v.AddedAt,
                abouts.Where(a => a.DocumentId == d.Id)
                    .Join(pupils, a => a.PupilId, c => c.Id, (a, c) => c)
                    .OrderBy(c => c.NameKey)
                    .Select(c => new DocumentRowPupil(c.Id, (c.PreferredName ?? c.GivenName) + " " + c.FamilyName, c.ClassName))
                    .ToList(),
                word == null ? null : texts.Where(t => t.VersionId == v.Id && t.Text != null)
                    .Select(t => t.Text!.Substring(Math.Max(0, t.Text!.ToLower().IndexOf(word) - Before), ExcerptLength))
                    .FirstOrDefault());
#pragma warning restore CA1304, CA1311, CA1862
    }

    /// <summary>A pupil's latest documents that stand, by their date: for the pupil's page, the pack and the handover.</summary>
    public static IQueryable<DocumentRow> DocumentsOf(this VisibleRecord record, Id<Pupil> pupil, int most) =>
        record.Rows(record.DocumentsAbout(pupil).Where(d => d.WithdrawnAt == null).LatestOfOne().Take(most));

    /// <summary>
    /// The latest first, of a pupil’s documents. Ordered by what no index holds: PostgreSQL, too, would sooner walk the school’s documents by their
    /// date, where it thinks that it meets enough of the pupil’s on its way, and reads all of them for a pupil who has none. Each has a version, so
    /// that each has its date here.
    /// </summary>
    public static IOrderedQueryable<Document> LatestOfOne(this IQueryable<Document> documents) =>
        documents.OrderByDescending(d => d.CurrentNumber > 0 ? d.DatedOn : (LocalDate?)null).ThenByDescending(d => d.Id);
}
