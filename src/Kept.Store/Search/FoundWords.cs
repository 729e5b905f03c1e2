using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Log;
using Kept.Domain.Plans;
using Kept.Domain.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Search;

/// <summary>Where words were found.</summary>
public enum FoundIn
{
    Entry,
    Document,
    PlanView
}

/// <summary>An entry, a document or a family’s view on a plan in which words were found.</summary>
public sealed record FoundWords
{
    public required FoundIn In { get; init; }
    public required Guid Id { get; init; }
    public required long Place { get; init; }
    public required LocalDate On { get; init; }

    /// <summary>The pupil it is about; of a document, the one it was filed for.</summary>
    public required Guid PupilId { get; init; }

    /// <summary>The stored word for its channel, its category, or the kind of plan.</summary>
    public required string What { get; init; }

    public required string Title { get; init; }
    public string? More { get; init; }
    public string? Note { get; init; }
    public string? PupilName { get; init; }
    public string? ClassName { get; init; }

    /// <summary>How many more of the viewer's pupils a document is about.</summary>
    public int Others { get; init; }

    public Channel Channel => Conventions.Words.Read<Channel>(What);

    public PlanKind Plan => Conventions.Words.Read<PlanKind>(What);

    public DocumentCategory Category => Conventions.Words.Read<DocumentCategory>(What);
}

public static class WordFinding
{
    /// <summary>More than any page shows, so that what it shows begins with a whole word.</summary>
    private const int Before = 120;
    private const int ExcerptLength = 320;

    /// <summary>The newest entries, documents and views on plans that have all the words, so many of each, in one statement.</summary>
    public static async Task<ILookup<FoundIn, FoundWords>> FindWordsAsync(
        this VisibleRecord record, SearchWords words, int most, CancellationToken cancel)
    {
        // A bound only for whoever sees every pupil, and with room to spare: for anybody else the hits that they may see could be among the last.
        int? bound = record.Viewer is StaffViewer { Sight.AllPupils: true } ? 2 * most : null;
        var found = await record.FoundEntries(words, bound).Take(most).Concat(Documents(record, words, bound).Take(most)).Concat(PlanViews(record, words, bound).Take(most)).ToListAsync(cancel);
        return found.OrderByDescending(f => f.Place).ToLookup(f => f.In);
    }

    /// <summary>Entries alone; the newest first.</summary>
    public static IQueryable<FoundWords> FoundEntries(this VisibleRecord record, SearchWords words, int? bound) =>
        from hit in record.Search.Entries(words, bound)
        join e in record.Entries on hit.Id equals e.Id
        join p in record.Pupils on e.PupilId equals p.Id
        orderby hit.Place descending
        select new FoundWords
        {
            In = FoundIn.Entry,
            Id = (Guid)(object)e.Id,
            Place = hit.Place,
            PupilId = (Guid)(object)e.PupilId,
            On = e.HappenedOn,
            What = (string)(object)e.Channel,
            Title = e.Issue,
            More = e.Said,
            Note = e.Note,
            PupilName = (p.PreferredName ?? p.GivenName) + " " + p.FamilyName,
            ClassName = p.ClassName,
            Others = 0
        };

    private static IQueryable<FoundWords> PlanViews(VisibleRecord record, SearchWords words, int? bound) =>
        from hit in record.Search.PlanViews(words, bound)
        join v in record.PlanViews on hit.Id equals v.Id
        join plan in record.Plans on v.PlanId equals plan.Id
        join p in record.Pupils on v.PupilId equals p.Id
        orderby hit.Place descending
        select new FoundWords
        {
            In = FoundIn.PlanView,
            Id = (Guid)(object)v.Id,
            Place = hit.Place,
            PupilId = (Guid)(object)v.PupilId,
            On = v.SaidOn,
            What = (string)(object)plan.Kind,
            Title = v.Words ?? "",
            More = v.Answer,
            Note = null,
            PupilName = (p.PreferredName ?? p.GivenName) + " " + p.FamilyName,
            ClassName = p.ClassName,
            Others = 0
        };

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
            select new FoundWords
            {
                In = FoundIn.Document,
                Id = (Guid)(object)d.Id,
                Place = hit.Place,
                PupilId = (Guid)(object)d.PupilId,
                On = d.DatedOn,
                What = (string)(object)d.Category,
                Title = d.Title,
                More = d.Author,
                Note = texts.Where(t => t.VersionId == v.Id && t.Text != null)
                    .Select(t => t.Text!.Substring(Math.Max(0, t.Text!.ToLower().IndexOf(first) - Before), ExcerptLength)).FirstOrDefault(),
                PupilName = abouts.Where(a => a.DocumentId == d.Id).Join(pupils, a => a.PupilId, p => p.Id, (a, p) => p)
                    .OrderBy(p => p.NameKey).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefault(),
                ClassName = abouts.Where(a => a.DocumentId == d.Id).Join(pupils, a => a.PupilId, p => p.Id, (a, p) => p)
                    .OrderBy(p => p.NameKey).Select(p => p.ClassName).FirstOrDefault(),
                Others = abouts.Count(a => a.DocumentId == d.Id && pupils.Any(p => p.Id == a.PupilId)) - 1
            };
#pragma warning restore CA1304, CA1311, CA1862
    }
}
