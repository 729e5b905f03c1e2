using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Packs;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Packs.Parts;

/// <summary>The list of documents that stand. The files themselves are taken from the documents page.</summary>
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
        return [.. rows.OrderByDescending(r => r.DatedOn).ThenByDescending(r => r.Id).Select(r => new PackItem(r.Title, [.. FactsOf(r)]))];
    }

    private static IEnumerable<PackFact> FactsOf(DocumentRow row)
    {
        yield return new PackFact("Kind", row.Category.InWords());
        yield return new PackFact("Dated", row.DatedOn.InWords());
        if (row.Author is { } author)
        {
            yield return new PackFact("By", author);
        }

        yield return new PackFact("Seen by", PackSentences.SeenBy(row.Visibility));
        yield return new PackFact("File", $"{row.FileName}, version {row.Number}");
        yield return new PackFact("SHA-256", row.Sha256);
    }
}
