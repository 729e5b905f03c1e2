using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>Who a carer is, how to reach them, and what ties them to the child.</summary>
public sealed class CarerForm
{
    [Display(Name = "Title", Description = "Mr, Ms, Dr; leave empty if none is used")]
    [MaxLength(Person.TitleMaxLength, ErrorMessage = "The title must be 40 characters or fewer")]
    public string? Title { get; set; }

    [Display(Name = "Given name")]
    public string? GivenName { get; set; }

    [Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [Display(Name = "Who they are to the child", Description = "As the family says it: mother, step-father, grandmother")]
    public string? Kind { get; set; }

    [Display(Name = "Phone")]
    [MaxLength(Person.PhoneMaxLength, ErrorMessage = "The phone number must be 40 characters or fewer")]
    public string? Phone { get; set; }

    [Display(Name = "Email")]
    [MaxLength(Person.EmailMaxLength, ErrorMessage = "The email must be 254 characters or fewer")]
    [EmailAddress(ErrorMessage = "Enter an email address, like name@example.com")]
    public string? Email { get; set; }

    [Display(Name = "Parental responsibility")]
    public KnownOrNot ParentalResponsibility { get; set; }

    [Display(Name = "Order of calling", Description = "1 is called first. Two may share a number")]
    public string? Priority { get; set; } = "1";

    [Display(Name = "Where the child lives")]
    public LivesWith LivesWith { get; set; }

    [Display(Name = "Receives copies of letters and plans", Description = "A parent does, unless a court has said otherwise")]
    public bool ReceivesCopies { get; set; } = true;

    public TieDetails Details =>
        new(Kind, ParentalResponsibility, int.TryParse(Priority?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0, LivesWith, ReceivesCopies);

    public static CarerForm Of(Person carer, Relationship tie) => new()
    {
        Title = carer.Title,
        GivenName = carer.GivenName,
        FamilyName = carer.FamilyName,
        Kind = tie.Kind,
        Phone = carer.Phone,
        Email = carer.Email,
        ParentalResponsibility = tie.ParentalResponsibility,
        Priority = tie.Priority.ToString(CultureInfo.InvariantCulture),
        LivesWith = tie.LivesWith,
        ReceivesCopies = tie.ReceivesCopies
    };
}
