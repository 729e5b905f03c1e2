using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>A version as its document’s page shows it.</summary>
public sealed record VersionLine(
    int Number, string FileName, FileKind Kind, long Bytes, string Sha256, string? Note, string AddedBy, Instant AddedAt, Instant? SupersededAt, TextState? Text, string? TextProblem)
{
    public bool IsCurrent => SupersededAt is null;
}

/// <summary>That somebody looked, as the page tells it.</summary>
public sealed record OpeningLine(string Name, Instant At, OpenedHow How, int Number);

/// <summary>One document with what hangs on it, as the viewer may see it.</summary>
internal static class OpenDocument
{
    private const int MostVersions = 100;
    private const int MostOpenings = 50;

    public static Task<DocumentRow?> DocumentRowAsync(this VisibleRecord record, Id<Document> id, CancellationToken cancel) =>
        record.Rows(record.Documents.Where(d => d.Id == id)).FirstOrDefaultAsync(cancel);

    public static async Task<IReadOnlyList<VersionLine>> VersionsAsync(this VisibleRecord record, Id<Document> id, CancellationToken cancel) =>
        await record.DocumentVersions.AsNoTracking().Where(v => v.DocumentId == id)
            .OrderByDescending(v => v.Number).Take(MostVersions)
            .Join(record.People, v => v.AddedById, p => p.Id, (v, p) => new { v, p })
            .Select(both => new VersionLine(
                both.v.Number, both.v.FileName, both.v.Kind, both.v.Bytes, both.v.Sha256, both.v.Note,
                ((both.p.Title ?? "") + " " + both.p.GivenName + " " + both.p.FamilyName).Trim(), both.v.AddedAt, both.v.SupersededAt,
                record.DocumentTexts.Where(t => t.VersionId == both.v.Id).Select(t => (TextState?)t.State).FirstOrDefault(),
                record.DocumentTexts.Where(t => t.VersionId == both.v.Id).Select(t => t.Problem).FirstOrDefault()))
            .ToListAsync(cancel);

    /// <summary>Who looked at it lately, the last first.</summary>
    public static async Task<IReadOnlyList<OpeningLine>> OpeningsAsync(this VisibleRecord record, Id<Document> id, CancellationToken cancel) =>
        await record.DocumentOpenings.AsNoTracking().Where(o => o.DocumentId == id)
            .OrderByDescending(o => o.At).Take(MostOpenings)
            .Join(record.People, o => o.PersonId, p => p.Id, (o, p) => new { o, p })
            .Select(both => new OpeningLine(((both.p.Title ?? "") + " " + both.p.GivenName + " " + both.p.FamilyName).Trim(), both.o.At, both.o.How, both.o.Number))
            .ToListAsync(cancel);
}
