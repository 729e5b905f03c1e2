using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Who somebody is and how to reach them.</summary>
public sealed class PersonForm
{
    [Display(Name = "Title", Description = "Mr, Ms, Dr; leave empty if none is used")]
    [MaxLength(Person.TitleMaxLength, ErrorMessage = "The title must be 40 characters or fewer")]
    public string? Title { get; set; }

    [Display(Name = "Given name")]
    public string? GivenName { get; set; }

    [Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [Display(Name = "Initials", Description = "As they sign things: AK")]
    [MaxLength(Person.InitialsMaxLength, ErrorMessage = "Initials must be 10 characters or fewer")]
    public string? Initials { get; set; }

    [Display(Name = "Job and organisation", Description = "For example, educational psychologist, Northshire Council")]
    [MaxLength(Person.JobMaxLength, ErrorMessage = "The job must be 120 characters or fewer")]
    public string? Job { get; set; }

    [Display(Name = "Email")]
    [MaxLength(Person.EmailMaxLength, ErrorMessage = "The email must be 254 characters or fewer")]
    [EmailAddress(ErrorMessage = "Enter an email address, like name@example.com")]
    public string? Email { get; set; }

    [Display(Name = "Phone")]
    [MaxLength(Person.PhoneMaxLength, ErrorMessage = "The phone number must be 40 characters or fewer")]
    public string? Phone { get; set; }

    /// <summary>As it is kept: capitals in an email make no other person.</summary>
    public string? TidyEmail => Text.Tidy(Email)?.ToLowerInvariant();

    public static PersonForm Of(Person person) => new()
    {
        Title = person.Title,
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        Initials = person.Initials,
        Job = person.Job,
        Email = person.Email,
        Phone = person.Phone
    };

    public PersonChanged Describe(Person person) => person.Describe(Initials, TidyEmail, Phone, Job);
}
