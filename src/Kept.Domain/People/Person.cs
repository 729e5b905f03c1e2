using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.People;

public enum PersonKind
{
    Staff,
    Carer,
    Professional,

    /// <summary>Wrote or did something at another school, and came here by name with a pupil's record. Signs in nowhere here, and owns nothing new.</summary>
    Elsewhere
}

/// <summary>
/// A named adult in one school's record: a member of staff, a parent or carer, or a professional from outside.
/// Only a person can own an action (rule 1).
/// </summary>
public sealed class Person : IBelongsToSchool
{
    public const int NameMaxLength = 80;
    public const int EmailMaxLength = 254;
    public const int PhoneMaxLength = 40;
    public const int TitleMaxLength = 40;
    public const int InitialsMaxLength = 10;
    public const int JobMaxLength = 120;

    public required Id<Person> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required PersonKind Kind { get; init; }

    /// <summary>Mr, Ms, Dr; null where none is used.</summary>
    public string? Title { get; private set; }

    public string GivenName { get; private set; } = "";
    public string FamilyName { get; private set; } = "";

    /// <summary>As staff sign things: "AK". Null for most families.</summary>
    public string? Initials { get; private set; }

    public string? Email { get; private set; }

    /// <summary>For finding who has an address, however it is written; null where there is none.</summary>
    public string? EmailKey { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>For finding who has a mobile number, however it is written; null where there is none.</summary>
    public string? MobileKey { get; private set; }

    /// <summary>What a professional does, or a job that the roles do not say: "educational psychologist".</summary>
    public string? Job { get; private set; }

    /// <summary>The last day on which the person can be given something to do; null while they are here.</summary>
    public LocalDate? LeftOn { get; private set; }

    /// <summary>The account that signs in as this person; null until they are invited.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The number that the school's own system gives this person; keeps imports from merging two people.</summary>
    public string? ExternalId { get; init; }

    /// <summary>For sorting and matching; see <see cref="Text.Key"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>"Mrs Amina Khan".</summary>
    public string Name => string.Join(' ', new[] { Title, GivenName, FamilyName }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>"Mrs Khan", as the school says it; the full name where there is no title.</summary>
    public string ShortName => Title is null ? Name : $"{Title} {FamilyName}";

    public bool IsActiveOn(LocalDate day) => LeftOn is null || day <= LeftOn;

    public static Result<Person> Named(
        Id<School> school, PersonKind kind, string? title, string? givenName, string? familyName, string? externalId = null)
    {
        var person = new Person { Id = Id<Person>.New(), SchoolId = school, Kind = kind, ExternalId = externalId };
        return person.Rename(title, givenName, familyName).Refused(out var refusal) ? refusal : person;
    }

    /// <summary>
    /// Somebody in a record that came from another school, under the id they have there. A carer is a carer here too; everybody else
    /// is named for what they wrote and did, and no more.
    /// </summary>
    public static Result<Person> Received(Id<Person> id, Id<School> school, PersonKind kind, string? title, string? givenName, string? familyName)
    {
        var person = new Person { Id = id, SchoolId = school, Kind = kind is PersonKind.Carer ? kind : PersonKind.Elsewhere };
        return person.Rename(title, givenName, familyName).Refused(out var refusal) ? refusal : person;
    }

    public Result<PersonChanged> Rename(string? title, string? givenName, string? familyName)
    {
        var family = Text.Tidy(familyName);
        if (family is null)
        {
            return new Refusal("Enter a family name", nameof(FamilyName));
        }

        if (family.Length > NameMaxLength || Text.Tidy(givenName)?.Length > NameMaxLength)
        {
            return new Refusal($"A name must be {NameMaxLength} characters or fewer", nameof(FamilyName));
        }

        Title = Text.Tidy(title);
        GivenName = Text.Tidy(givenName) ?? "";
        FamilyName = family;
        NameKey = Text.Key($"{FamilyName} {GivenName}");
        return new PersonChanged(Id);
    }

    public PersonChanged Describe(string? initials, string? email, string? phone, string? job)
    {
        Initials = Text.Tidy(initials)?.ToUpperInvariant();
        Email = Text.Tidy(email);
        EmailKey = KeyOf(email);
        Phone = Text.Tidy(phone);
        MobileKey = Addresses.Mobile(phone);
        Job = Text.Tidy(job);
        return new PersonChanged(Id);
    }

    /// <summary>Two ways of writing the same address have one key.</summary>
    public static string? KeyOf(string? email) => Text.Tidy(email)?.ToLowerInvariant();

    public PersonChanged Leave(LocalDate lastDay)
    {
        LeftOn = lastDay;
        return new PersonChanged(Id);
    }

    public PersonChanged ComeBack()
    {
        LeftOn = null;
        return new PersonChanged(Id);
    }

    public PersonChanged SignInAs(Guid account)
    {
        AccountId = account;
        return new PersonChanged(Id);
    }

    public PersonChanged SignInNoMore()
    {
        AccountId = null;
        return new PersonChanged(Id);
    }
}
