using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Views;

/// <summary>A secret address from which somebody's own calendar programme fetches their dates. One a person; its secret is not here.</summary>
public sealed class CalendarFeed : IBelongsToSchool
{
    public required Id<CalendarFeed> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> PersonId { get; init; }

    /// <summary>Of the secret in the address. Whoever reads the database cannot use it.</summary>
    public required byte[] SecretHash { get; init; }

    public required Instant MadeAt { get; init; }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.IsKeptBySchool();
        feed.Refers<CalendarFeed, Person>(nameof(CalendarFeed.PersonId));
        feed.HasIndex(f => new { f.SchoolId, f.PersonId }).IsUnique();
    }
}
