using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store.Pupils;

namespace Kept.Store.Documents;

/// <summary>
/// A document is seen by those who may see its visibility and at least one of the pupils that it is about. Of those pupils, each
/// viewer is told only of their own. What hangs on a document is seen with it.
/// </summary>
internal static class DocumentAccess
{
    public static IQueryable<Document> VisibleTo(this IQueryable<Document> documents, Viewer viewer, KeptDb db)
    {
        var seen = documents.SeenAtAllBy(viewer);
        if (viewer is OperatorViewer || viewer.SeesEveryPupil())
        {
            return seen;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return seen.Where(d => db.DocumentPupils.Any(a => a.DocumentId == d.Id && a.EndedAt == null && pupils.Any(p => p.Id == a.PupilId)));
    }

    /// <summary>
    /// Those about one pupil. Joined from the pupil’s side, and the pupil asked for once: the other way round, both databases walk all documents of the
    /// school until they have found enough of theirs.
    /// </summary>
    public static IQueryable<Document> VisibleAbout(this IQueryable<Document> documents, Id<Pupil> pupil, Viewer viewer, KeptDb db)
    {
        var pupils = db.Pupils.VisibleTo(viewer, db);
        return
            from a in db.DocumentPupils
            where a.PupilId == pupil && a.EndedAt == null && pupils.Any(p => p.Id == a.PupilId)
            join d in documents.SeenAtAllBy(viewer) on a.DocumentId equals d.Id
            select d;
    }

    /// <summary>A superseded version is seen by those who may see both the document as it is and that version as it was.</summary>
    public static IQueryable<DocumentVersion> VisibleTo(this IQueryable<DocumentVersion> versions, Viewer viewer, KeptDb db)
    {
        var documents = db.Documents.VisibleTo(viewer, db);
        var seen = versions.Where(v => documents.Any(d => d.Id == v.DocumentId));
        if (viewer is not SightedViewer seer)
        {
            return seen;
        }

        var then = db.DocumentVersions.SeenBy(seer, v => v.Visibility);
        return seen.Where(v => v.SupersededAt == null || then.Any(t => t.Id == v.Id));
    }

    /// <summary>Whom a document is about now.</summary>
    public static IQueryable<DocumentPupil> VisibleTo(this IQueryable<DocumentPupil> about, Viewer viewer, KeptDb db)
    {
        var documents = db.Documents.VisibleTo(viewer, db);
        var pupils = db.Pupils.VisibleTo(viewer, db);
        return about.Where(a => a.EndedAt == null && documents.Any(d => d.Id == a.DocumentId) && pupils.Any(p => p.Id == a.PupilId));
    }

    public static IQueryable<DocumentText> VisibleTo(this IQueryable<DocumentText> texts, Viewer viewer, KeptDb db)
    {
        var versions = db.DocumentVersions.VisibleTo(viewer, db);
        return texts.Where(t => versions.Any(v => v.Id == t.VersionId));
    }

    public static IQueryable<DocumentOpening> VisibleTo(this IQueryable<DocumentOpening> openings, Viewer viewer, KeptDb db)
    {
        var documents = db.Documents.VisibleTo(viewer, db);
        return openings.Where(o => documents.Any(d => d.Id == o.DocumentId));
    }

    /// <summary>By their visibility alone, whomever they are about.</summary>
    private static IQueryable<Document> SeenAtAllBy(this IQueryable<Document> documents, Viewer viewer)
    {
        if (viewer is OperatorViewer)
        {
            return documents;
        }

        if (viewer is not SightedViewer seer)
        {
            return documents.Where(_ => false);
        }

        var seen = documents.SeenBy(seer, d => d.Visibility);
        if (viewer is FamilyViewer family)
        {
            // The domain refuses to share it with the family; were it so all the same, no other carer reads it.
            var reader = family.PersonId;
            seen = seen.Where(d => d.WithCarerId == null || d.WithCarerId == reader);
        }

        return seen;
    }
}
