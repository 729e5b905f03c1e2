using System.Globalization;
using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Search;
using NodaTime;

namespace Kept.Store.Documents;

/// <summary>What of the hub is asked for; also what an export takes.</summary>
public sealed record DocumentFilter
{
    public Id<Pupil>? Pupil { get; init; }
    public DocumentCategory? Category { get; init; }

    /// <summary>The pupil's year group: "5".</summary>
    public string? Year { get; init; }

    /// <summary>The school year in which the document is dated.</summary>
    public AcademicYear? Dated { get; init; }

    /// <summary>Withdrawn ones, in place of those that stand.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Only those whose review date has come.</summary>
    public bool ReviewDue { get; init; }

    /// <summary>Words in the document, its title, tags or author; whole or begun.</summary>
    public string? Words { get; init; }

    /// <summary>Reads the filters from an address; what cannot be read is left out, as if it had not been asked.</summary>
    /// <param name="ask">Gives the value of a name in the query string: pupil, category, year, dated, show, q.</param>
    public static DocumentFilter Read(Func<string, string?> ask) => new()
    {
        Pupil = Id<Pupil>.TryParse(ask("pupil"), null, out var pupil) ? pupil : null,
        Category = DocumentCategories.Read(ask("category")),
        Year = YearGroups.Read(ask("year")),
        Dated = int.TryParse(ask("dated"), NumberStyles.None, CultureInfo.InvariantCulture, out var starts) && starts is > 1950 and < 2200 ? new AcademicYear(starts) : null,
        Withdrawn = ask("show") is "withdrawn",
        ReviewDue = ask("show") is "due",
        Words = ask("q")
    };

    /// <summary>In the order of the hub: the latest dated first, or the longest due. What has the words is read along the search table, which lies in that order.</summary>
    public IQueryable<Document> InOrder(VisibleRecord record, LocalDate today)
    {
        if (SearchWords.Read(Words) is not { } words)
        {
            return Sorted(Narrowed(record, today));
        }

        var found = from hit in record.Search.Documents(words)
                    join d in Narrowed(record, today) on hit.Id equals d.Id
                    orderby hit.Place descending
                    select d;
        return ReviewDue ? Sorted(found) : found;
    }

    private IQueryable<Document> Sorted(IQueryable<Document> documents) => (ReviewDue, Pupil) switch
    {
        (true, _) => documents.OrderBy(d => d.ReviewOn).ThenBy(d => d.Id),
        (_, not null) => documents.LatestOfOne(),
        _ => documents.OrderByDescending(d => d.DatedOn).ThenByDescending(d => d.Id)
    };

    /// <summary>All but the words.</summary>
    private IQueryable<Document> Narrowed(VisibleRecord record, LocalDate today)
    {
        var documents = Pupil is { } pupil ? record.DocumentsAbout(pupil) : record.Documents;
        documents = Withdrawn ? documents.Where(d => d.WithdrawnAt != null) : documents.Where(d => d.WithdrawnAt == null);
        if (Category is { } category)
        {
            documents = documents.Where(d => d.Category == category);
        }

        if (Year is { } year)
        {
            var theirs = record.DocumentPupils.Where(a => record.Pupils.Any(p => p.Id == a.PupilId && p.YearGroup == year)).Select(a => a.DocumentId);
            documents = documents.Where(d => theirs.Contains(d.Id));
        }

        if (Dated is { } dated)
        {
            var (from, to) = (dated.From, dated.To);
            documents = documents.Where(d => d.DatedOn >= from && d.DatedOn <= to);
        }

        if (ReviewDue)
        {
            documents = documents.Where(d => d.ReviewOn <= today);
        }

        return documents;
    }
}
