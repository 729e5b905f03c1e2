using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Families;

internal sealed class CarerInvitationMapping : IEntityTypeConfiguration<CarerInvitation>
{
    public void Configure(EntityTypeBuilder<CarerInvitation> invitation)
    {
        invitation.ToTable("carer_invitations");
        invitation.IsKeptBySchool();
        invitation.Refers<CarerInvitation, Person>(nameof(CarerInvitation.CarerId));
        invitation.Refers<CarerInvitation, Person>(nameof(CarerInvitation.MadeById));
        // Each answer counts once: two at the same moment do not make one try.
        invitation.Property(i => i.Tries).IsConcurrencyToken();
        invitation.Property(i => i.EndedAt).IsConcurrencyToken();
        invitation.HasIndex(i => new { i.SchoolId, i.CodeHash }).IsUnique();
        invitation.HasIndex(i => new { i.SchoolId, i.CarerId, i.MadeAt });
    }
}
