using Kept.Domain.People;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.IsRecordedAs("person");
        person.Property(p => p.Title).HasMaxLength(40);
        person.Property(p => p.GivenName).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.FamilyName).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.Initials).HasMaxLength(10);
        person.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength);
        person.Property(p => p.EmailKey).HasMaxLength(Person.EmailMaxLength);
        person.Property(p => p.MobileKey).HasMaxLength(Person.PhoneMaxLength);

        // A carer who asks for a link says no school.
        person.HasIndex(p => p.EmailKey);
        person.HasIndex(p => p.MobileKey);
        person.Property(p => p.Phone).HasMaxLength(Person.PhoneMaxLength);
        person.Property(p => p.Job).HasMaxLength(120);
        person.Property(p => p.ExternalId).HasMaxLength(80);
        person.Property(p => p.NameKey).HasMaxLength(200);
        person.HasIndex(p => new { p.SchoolId, p.Kind, p.NameKey });
        person.HasIndex(p => new { p.SchoolId, p.ExternalId });
        person.HasIndex(p => p.AccountId);
    }
}

internal sealed class RoleHeldMapping : IEntityTypeConfiguration<RoleHeld>
{
    public void Configure(EntityTypeBuilder<RoleHeld> role)
    {
        role.IsRecordedAs("role-held");
        role.Property(r => r.ClassName).HasMaxLength(20);
        role.Refers<RoleHeld, Person>(nameof(RoleHeld.PersonId));
        role.HasIndex(r => new { r.SchoolId, r.PersonId });
        role.HasIndex(r => new { r.SchoolId, r.ClassName });
    }
}

internal sealed class KeyAdultMapping : IEntityTypeConfiguration<KeyAdult>
{
    public void Configure(EntityTypeBuilder<KeyAdult> adult)
    {
        adult.IsRecordedAs("key-adult").StaysAtTheSchool();
        adult.Refers<KeyAdult, Person>(nameof(KeyAdult.PersonId));
        adult.HasIndex(a => new { a.SchoolId, a.PupilId, a.PersonId }).IsUnique();
        adult.HasIndex(a => new { a.SchoolId, a.PersonId });
    }
}

internal sealed class RelationshipMapping : IEntityTypeConfiguration<Relationship>
{
    public void Configure(EntityTypeBuilder<Relationship> tie)
    {
        tie.AsksForTranslation();
        tie.IsRecordedAs("relationship");
        tie.Property(t => t.Kind).HasMaxLength(40);
        tie.Property(t => t.PreferredTimes).HasMaxLength(120);
        tie.Property(t => t.Language).HasMaxLength(20);
        tie.Property(t => t.AccessibleFormat).HasMaxLength(80);
        tie.Ignore(t => t.Formats);
        tie.Property(t => t.RestrictionReason).HasMaxLength(Relationship.ReasonMaxLength);
        tie.Property(t => t.CourtOrderReference).HasMaxLength(120);
        tie.Property(t => t.KeptFromOthers).HasMaxLength(Relationship.PrivateMaxLength);
        tie.Ignore(t => t.PrivatePlaces);
        tie.Property(t => t.OrdersVersion).IsConcurrencyToken();
        tie.Refers<Relationship, Person>(nameof(Relationship.CarerId));
        tie.HasIndex(t => new { t.SchoolId, t.PupilId, t.CarerId }).IsUnique();
        tie.HasIndex(t => new { t.SchoolId, t.CarerId });

        // Few keep a place from the others, and few are restricted: so news finds them among all ties.
        tie.HasIndex(t => new { t.SchoolId, t.Id }).HasFilter("kept_from_others IS NOT NULL");
        tie.HasIndex(t => new { t.SchoolId, t.Restriction }).HasFilter("restriction <> 'none'");
    }
}
