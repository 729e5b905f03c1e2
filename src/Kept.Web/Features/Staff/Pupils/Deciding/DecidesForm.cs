using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Pupils.Deciding;

/// <summary>Who decides, as it is typed.</summary>
public sealed class DecidesForm
{
    public Id<WhoDecides> Key { get; set; } = Id<WhoDecides>.New();

    [Display(Name = "Who decides?")]
    [Required(ErrorMessage = "Say who decides")]
    public Decider? Decider { get; set; }

    [Display(Name = "Who decides for them?")]
    public Id<Person>? RepresentativeId { get; set; }

    public List<Id<Person>> Told { get; set; } = [];

    [Display(Name = "Since when?", Description = "The day on which it was said or decided, like 3 July 2026")]
    public string? DecidedOn { get; set; }

    [Display(Name = "How does the school know?", Description = "Such as: said so in the review of 3 July, with Mrs Khan. Or: assessment of capacity of 12 May, read")]
    [MaxLength(WhoDecides.EvidenceMaxLength, ErrorMessage = "It must be 500 characters or fewer")]
    public string? Evidence { get; set; }
}
