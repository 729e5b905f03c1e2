using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.People;

/// <summary>Who came here by name with another school's record signs in nowhere and owns nothing new; a carer stays a carer.</summary>
public sealed class PersonReceivedTests
{
    [Theory]
    [InlineData(PersonKind.Staff, PersonKind.Elsewhere)]
    [InlineData(PersonKind.Professional, PersonKind.Elsewhere)]
    [InlineData(PersonKind.Elsewhere, PersonKind.Elsewhere)]
    [InlineData(PersonKind.Carer, PersonKind.Carer)]
    public void Everybody_but_a_carer_is_from_elsewhere(PersonKind there, PersonKind here)
    {
        var id = Id<Person>.New();

        var person = Person.Received(id, Id<School>.New(), there, "Mrs", "Amina", "Khan").OrThrow();

        Assert.Equal((id, here, "Mrs Amina Khan", (Guid?)null), (person.Id, person.Kind, person.Name, person.AccountId));
    }

    [Theory]
    [InlineData(Visibility.Family)]
    [InlineData(Visibility.Staff)]
    public void Somebody_from_elsewhere_owns_nothing_here(Visibility visibility)
    {
        var owner = new Owner(Id<Person>.New(), PersonKind.Elsewhere, "Mrs Khan", null, []);

        Refused.Is(owner.RefusalOn(new LocalDate(2026, 5, 5), visibility), "may not see");
    }
}
