using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>What a court has taken from a carer's right to be told, with the reason and the order.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class RestrictModel(VisibleRecord record, SchoolDay day) : KnownCarerPageModel(record)
{
    [BindProperty]
    public RestrictForm Form { get; set; } = new();

    public IEnumerable<Choice> Restrictions =>
    [
        new(nameof(ContactRestriction.None), "No restriction", "All parents are treated equally unless a court has said otherwise"),
        new(nameof(ContactRestriction.Limited), "Some things only", "Staff read the reason before every contact"),
        new(nameof(ContactRestriction.NoInformation), "No information about the child"),
        new(nameof(ContactRestriction.NoContact), "No contact at all")
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        Form = RestrictForm.Of(Tie);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        var until = WrittenDate.Read(Form.RestrictionUntil, day.Today);
        if (until is null && Text.Tidy(Form.RestrictionUntil) is not null)
        {
            return this.PageWith(new Refusal("Enter the day until which the order holds, like 18 December 2026, or leave it empty", nameof(RestrictForm.RestrictionUntil)));
        }

        if (!Tie.Restrict(Form.Restriction, Form.RestrictionReason, Form.CourtOrderReference, until).Allowed(out var changed, out var refusal))
        {
            return this.PageWith(refusal);
        }

        return await SavedAsync(changed, cancel);
    }

    private async Task<IActionResult> SavedAsync(RelationshipChanged changed, CancellationToken cancel)
    {
        if (await Record.SaveAsync(changed, cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say(Form.Restriction is ContactRestriction.None
            ? $"{Carer.Name} may be told like any other carer."
            : $"The restriction is saved. Staff see it before {Carer.Name}’s contact details.");
        return Redirect(PupilPeopleLinks.People(PupilId));
    }
}

public sealed class RestrictForm
{
    [Display(Name = "What has a court ordered?")]
    public ContactRestriction Restriction { get; set; }

    [Display(Name = "What it says and why", Description = "In a sentence that staff can act on, such as: No letters or calls; school reports go through the solicitor")]
    [MaxLength(Relationship.ReasonMaxLength, ErrorMessage = "The reason must be 500 characters or fewer")]
    public string? RestrictionReason { get; set; }

    [Display(Name = "Reference of the court order", Description = "As it stands on the order. Ask to see the order itself")]
    [MaxLength(Relationship.CourtOrderMaxLength, ErrorMessage = "The reference must be 120 characters or fewer")]
    public string? CourtOrderReference { get; set; }

    [Display(Name = "Until", Description = "The last day on which it holds. Leave empty if the order names none")]
    public string? RestrictionUntil { get; set; }

    public static RestrictForm Of(Relationship tie) => new()
    {
        Restriction = tie.Restriction,
        RestrictionReason = tie.RestrictionReason,
        CourtOrderReference = tie.CourtOrderReference,
        RestrictionUntil = tie.RestrictionUntil?.InWords()
    };
}
