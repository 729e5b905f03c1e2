using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Documents;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    private const int TagsMaxLength = DocumentDetails.MostTags * (DocumentDetails.TagMaxLength + 1);

    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.IsRecordedAs("document");
        document.Ignore(d => d.Details);
        document.Property(d => d.Title).HasMaxLength(DocumentDetails.TitleMaxLength);
        document.Property(d => d.Tags).HasMaxLength(TagsMaxLength);
        document.Property(d => d.Author).HasMaxLength(DocumentDetails.AuthorMaxLength);
        document.Property(d => d.WithdrawnBecause).HasMaxLength(Document.ReasonMaxLength);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.Refers<Document, Person>(nameof(Document.AddedById));
        document.Refers<Document, Person>(nameof(Document.WithdrawnById));
        document.HasIndex(d => new { d.SchoolId, d.DatedOn });
        document.HasIndex(d => new { d.SchoolId, d.Category, d.DatedOn });
        document.HasIndex(d => new { d.SchoolId, d.ReviewOn });
        document.HasIndex(d => new { d.SchoolId, d.PupilId });
    }
}

internal sealed class DocumentVersionMapping : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> version)
    {
        version.IsRecordedAs("document-version");
        version.Property(v => v.FileName).HasMaxLength(ReceivedFile.NameMaxLength);
        version.Property(v => v.Sha256).HasMaxLength(DocumentVersion.Sha256Length);
        version.Property(v => v.Note).HasMaxLength(DocumentVersion.NoteMaxLength);
        version.Refers<DocumentVersion, Document>(nameof(DocumentVersion.DocumentId));
        version.Refers<DocumentVersion, Person>(nameof(DocumentVersion.AddedById));
        version.Refers<DocumentVersion, Person>(nameof(DocumentVersion.SupersededById));
        version.HasIndex(v => new { v.SchoolId, v.DocumentId, v.Number }).IsUnique();
        version.HasIndex(v => new { v.SchoolId, v.PupilId, v.AddedAt });
        version.HasIndex(v => new { v.SchoolId, v.Sha256 });
    }
}

internal sealed class DocumentPupilMapping : IEntityTypeConfiguration<DocumentPupil>
{
    public void Configure(EntityTypeBuilder<DocumentPupil> about)
    {
        about.IsRecordedAs("document-pupil");
        about.Refers<DocumentPupil, Document>(nameof(DocumentPupil.DocumentId));
        about.Refers<DocumentPupil, Person>(nameof(DocumentPupil.AddedById));
        about.HasIndex(a => new { a.SchoolId, a.DocumentId, a.PupilId }).IsUnique();
        about.HasIndex(a => new { a.SchoolId, a.PupilId, a.DocumentId });
    }
}

internal sealed class DocumentTextMapping : IEntityTypeConfiguration<DocumentText>
{
    public void Configure(EntityTypeBuilder<DocumentText> text)
    {
        text.IsKeptBySchool();
        text.Property(t => t.Sha256).HasMaxLength(DocumentVersion.Sha256Length);
        text.Property(t => t.Problem).HasMaxLength(DocumentText.ProblemMaxLength);
        text.Refers<DocumentText, Document>(nameof(DocumentText.DocumentId));
        text.Refers<DocumentText, DocumentVersion>(nameof(DocumentText.VersionId));
        text.HasIndex(t => new { t.SchoolId, t.VersionId }).IsUnique();
        text.HasIndex(t => new { t.SchoolId, t.DocumentId });

        // The one question that is asked of all schools at once: what waits to be read?
        text.HasIndex(t => new { t.State, t.LeasedUntil });
    }
}

internal sealed class DocumentOpeningMapping : IEntityTypeConfiguration<DocumentOpening>
{
    public void Configure(EntityTypeBuilder<DocumentOpening> opening)
    {
        opening.IsKeptBySchool();
        opening.Refers<DocumentOpening, Document>(nameof(DocumentOpening.DocumentId));
        opening.Refers<DocumentOpening, Person>(nameof(DocumentOpening.PersonId));
        opening.HasIndex(o => new { o.SchoolId, o.DocumentId, o.At });
        opening.HasIndex(o => new { o.SchoolId, o.PersonId });
    }
}
