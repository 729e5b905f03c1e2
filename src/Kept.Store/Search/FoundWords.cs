using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Log;
using Kept.Domain.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Search;

/// <summary>An entry or a document in which words were found.</summary>
/// <param name="What">The stored word for its channel or category.</param>
/// <param name="Others">How many more of the viewer's pupils a document is about.</param>
public sealed record FoundWords(
    bool IsDocument, Guid Id, long Place, LocalDate On, string What, string Title, string? More, string? Note, string? PupilName, string? ClassName, int Others)
{
    public Channel Channel => Conventions.Words.Read<Channel>(What);

    public DocumentCategory Category => Conventions.Words.Read<DocumentCategory>(What);
}

public static class WordFinding
{
    private const int Before = 80;
    private const int ExcerptLength = 320;

    /// <summary>The newest entries and the newest documents that have all the words, so many of each, in one statement.</summary>
    public static async Task<(IReadOnlyList<FoundWords> Entries, IReadOnlyList<FoundWords> Documents)> FindWordsAsync(
        this VisibleRecord record, SearchWords words, int most, CancellationToken cancel)
    {
        // A bound only for whoever sees every pupil, and with room to spare: for anybody else the hits that they may see could be among the last.
        int? bound = record.Viewer is StaffViewer { Sight.AllPupils: true } ? 2 * most : null;
        var found = await record.FoundEntries(words, bound).Take(most).Concat(Documents(record, words, bound).Take(most)).ToListAsync(cancel);
        var inOrder = found.OrderByDescending(f => f.Place).ToLookup(f => f.IsDocument);
        return ([.. inOrder[false]], [.. inOrder[true]]);
    }

    /// <summary>Entries alone; the newest first.</summary>
    public static IQueryable<FoundWords> FoundEntries(this VisibleRecord record, SearchWords words, int? bound) =>
        from hit in record.Search.Entries(words, bound)
        join e in record.Entries on hit.Id equals e.Id
        join p in record.Pupils on e.PupilId equals p.Id
        orderby hit.Place descending
        select new FoundWords(
            false, (Guid)(object)e.Id, hit.Place, e.HappenedOn, (string)(object)e.Channel, e.Issue, e.Said, e.Note, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.ClassName, 0);

    private static IQueryable<FoundWords> Documents(VisibleRecord record, SearchWords words, int? bound)
    {
        var (versions, abouts, texts) = record.OfNarrowedDocuments;
        var pupils = record.Pupils;
        var first = words.All[0][..Math.Min(words.All[0].Length, 5)];
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters; no culture of ours reaches it.
        return
            from hit in record.Search.Documents(words, bound)
            join d in record.Documents on hit.Id equals d.Id
            join v in versions on new { DocumentId = d.Id, Number = d.CurrentNumber } equals new { v.DocumentId, v.Number }
            where d.WithdrawnAt == null
            orderby hit.Place descending
            select new FoundWords(
                true, (Guid)(object)d.Id, hit.Place, d.DatedOn, (string)(object)d.Category, d.Title, d.Author,
                texts.Where(t => t.VersionId == v.Id && t.Text != null)
                    .Select(t => t.Text!.Substring(Math.Max(0, t.Text!.ToLower().IndexOf(first) - Before), ExcerptLength)).FirstOrDefault(),
                abouts.Where(a => a.DocumentId == d.Id).Join(pupils, a => a.PupilId, p => p.Id, (a, p) => p)
                    .OrderBy(p => p.NameKey).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefault(),
                abouts.Where(a => a.DocumentId == d.Id).Join(pupils, a => a.PupilId, p => p.Id, (a, p) => p)
                    .OrderBy(p => p.NameKey).Select(p => p.ClassName).FirstOrDefault(),
                abouts.Count(a => a.DocumentId == d.Id && pupils.Any(p => p.Id == a.PupilId)) - 1);
#pragma warning restore CA1304, CA1311, CA1862
    }
}
