using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Joining;

/// <summary>A one-time way in for a member of staff, handed over by whoever runs the school's side. Its secret is not here.</summary>
public sealed class Invitation : IBelongsToSchool
{
    public static readonly Duration Lasts = Duration.FromDays(7);

    public required Id<Invitation> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> PersonId { get; init; }

    /// <summary>Of the secret in the address. Whoever reads the database cannot use it.</summary>
    public required byte[] SecretHash { get; init; }

    public required Instant Until { get; init; }

    /// <summary>When it was taken up, or withdrawn by a newer one; null while it is open.</summary>
    public Instant? UsedAt { get; private set; }

    public bool IsOpenAt(Instant now) => UsedAt is null && now < Until;

    public void Use(Instant now) => UsedAt = now;
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.IsKeptBySchool();
        invitation.Refers<Invitation, Person>(nameof(Invitation.PersonId));
        invitation.Property(i => i.UsedAt).IsConcurrencyToken();
        invitation.HasIndex(i => new { i.SchoolId, i.PersonId });
    }
}
