using Kept.Domain.Access;
using Kept.Domain.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kept.Store.Sharing;

/// <summary>
/// What families will newly read of documents: the title and the name of the file. A document of two children is read by no family, and by one as soon as it
/// is about the other no more.
/// </summary>
internal static class DocumentsToBeShared
{
    private const int MostPupils = 200;

    public static async Task<IReadOnlyList<AboutToBeShared>> InAsync(KeptDb db, IReadOnlyList<EntityEntry> changing, CancellationToken cancel)
    {
        List<AboutToBeShared> found = [];
        var touched = changing.Select(row => row.Entity switch
        {
            Document document => document.Id,
            DocumentVersion version => version.DocumentId,
            DocumentPupil about => about.DocumentId,
            _ => (Domain.Id<Document>?)null
        }).OfType<Domain.Id<Document>>().Distinct().ToList();
        foreach (var id in touched)
        {
            var document = db.ChangeTracker.Entries<Document>().FirstOrDefault(row => row.Entity.Id == id)?.Entity ?? await db.Documents.FirstOrDefaultAsync(d => d.Id == id, cancel);
            // What is sent to one carer is read by that carer alone; what they sent, they know.
            var only = document is { WithCarerId: { } with } && document.AddedById != with ? document.WithCarerId : null;
            if (document is null || (document.Visibility is not Visibility.Family && only is null))
            {
                continue;
            }

            // What is in hand counts before what is kept.
            await db.DocumentPupils.Where(p => p.DocumentId == id).Take(MostPupils).LoadAsync(cancel);
            var pupils = db.ChangeTracker.Entries<DocumentPupil>().Where(row => row.Entity.DocumentId == id && row.Entity.EndedAt == null).Select(row => row.Entity.PupilId).Distinct().ToList();
            var names = db.ChangeTracker.Entries<DocumentVersion>().Where(row => row.Entity.DocumentId == id && row.State is EntityState.Added).Select(row => row.Entity.FileName);
            var words = string.Join(" \u2029 ", names.Prepend(document.Title));
            found.AddRange(pupils.Select(pupil => new AboutToBeShared(pupil, words, Only: only)));
        }

        return found;
    }
}
