using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Packs;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Packs.Parts;

/// <summary>The list of documents that stand. A ZIP has the files themselves beside it.</summary>
internal sealed class DocumentsList : IPackPart
{
    private const int Most = 500;

    public string Key => "documents";

    public string Title => "Documents";

    public string Empty => "There are no documents.";

    public bool ComesFirst => false;

    public async Task<IReadOnlyList<PackItem>> ItemsAsync(VisibleRecord record, Id<Pupil> pupil, PackScope scope, CancellationToken cancel)
    {
        var rows = await record.DocumentsOf(pupil, Most).ToListAsync(cancel);
        return [.. rows.Where(r => scope.NamesOtherChildren || r.Pupils.Count == 1).OrderByDescending(r => r.DatedOn).ThenByDescending(r => r.Id).Select(r => new PackItem(r.Title, [.. FactsOf(r)]) { Paper = new PackPaper(r.Id, r.Number, r.FileName, r.Kind, r.DatedOn, r.Sha256) })];
    }

    /// <summary>Few facts, since a child may have hundreds. The digest finds the file again among those that were sent along.</summary>
    private static IEnumerable<PackFact> FactsOf(DocumentRow row)
    {
        var by = row.Author is { } author ? $", by {author}" : "";
        yield return new PackFact("What", $"{row.Category.InWords()}, dated {row.DatedOn.InWords()}{by}. {PackSentences.SeenBy(row.Visibility)}");
        yield return new PackFact("File", $"{row.FileName}, version {row.Number}. SHA-256 {row.Sha256}");
    }
}
