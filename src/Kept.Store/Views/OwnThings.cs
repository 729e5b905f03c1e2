using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Views;

/// <summary>A set of filters of the action log that somebody named, for themselves alone.</summary>
public sealed class SavedView : IBelongsToSchool
{
    public const int NameMaxLength = 60;
    public const int QueryMaxLength = 600;

    public required Id<SavedView> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required string Name { get; set; }

    /// <summary>The query string without the question mark.</summary>
    public required string Query { get; set; }
}

/// <summary>What somebody has typed and not yet kept. One a form and person; gone once kept or thrown away.</summary>
public sealed class Draft : IBelongsToSchool
{
    public const int ContentMaxLength = 40_000;

    public required Id<Draft> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> PersonId { get; init; }

    /// <summary>Which form: "log".</summary>
    public required string Form { get; init; }

    /// <summary>The form's fields as JSON.</summary>
    public required string Content { get; set; }

    public required Instant SavedAt { get; set; }
}

/// <summary>That somebody opened a pupil's record.</summary>
public sealed class RecordRead : IBelongsToSchool
{
    public required Id<RecordRead> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required Instant At { get; init; }

    /// <summary>What was opened: "pupil", "export".</summary>
    public required string What { get; init; }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.IsKeptBySchool();
        view.Property(v => v.Name).HasMaxLength(SavedView.NameMaxLength);
        view.Property(v => v.Query).HasMaxLength(SavedView.QueryMaxLength);
        view.Refers<SavedView, Person>(nameof(SavedView.PersonId));
        view.HasIndex(v => new { v.SchoolId, v.PersonId, v.Name }).IsUnique();
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.IsKeptBySchool();
        draft.Property(d => d.Form).HasMaxLength(40);
        draft.Property(d => d.Content).HasMaxLength(Draft.ContentMaxLength);
        draft.Refers<Draft, Person>(nameof(Draft.PersonId));
        draft.HasIndex(d => new { d.SchoolId, d.PersonId, d.Form }).IsUnique();
    }
}

internal sealed class RecordReadMapping : IEntityTypeConfiguration<RecordRead>
{
    public void Configure(EntityTypeBuilder<RecordRead> read)
    {
        read.IsKeptBySchool();
        read.Property(r => r.What).HasMaxLength(40);
        read.HasIndex(r => new { r.SchoolId, r.PupilId, r.At });
    }
}
