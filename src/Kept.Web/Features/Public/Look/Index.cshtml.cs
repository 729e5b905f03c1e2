using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Public.Look;

/// <summary>Every component and pattern with people in it, to look at while building. Served in the demonstration only.</summary>
public sealed class IndexModel : PageModel
{
    public static readonly string[] Parts = ["patterns", "today", "dense", "pupil", "log", "actions", "forms", "small", "family", "family-ur", "sign-in"];

    /// <summary>One part alone, as a page of its own would show it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    /// <summary>Shows the forms as they come back when something is wrong.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Wrong { get; set; }

    /// <summary>Shows the sentence that follows something done.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Said { get; set; }

    public LookForm Form { get; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; } =
    [
        new("Mrs Amina Khan, SENCO", "1"), new("Mr Tom Ellis, class teacher", "2"),
        new("Ms Oluwaseun Adeyemi-Fotheringham, pastoral lead", "3"), new("Ms Laura Bennett, mother", "4")
    ];

    public IReadOnlyList<Choice> Reviews { get; } =
    [
        new("1w", "In 1 week · Tue 12 May"), new("2w", "2 weeks"), new("meeting", "Next meeting · 19 May")
    ];

    public IReadOnlyList<Choice> Carers { get; } = [new("1", "Ms Laura Bennett, mother"), new("2", "Mr Craig Bennett, father")];

    public IEnumerable<string> Shown => Parts.Contains(Only) ? [Only!] : Parts;

    public void OnGet()
    {
        if (Said)
        {
            TempData.Say("Kept. Ms Bennett and Mr Bennett will each be told.");
        }

        if (Wrong)
        {
            ModelState.AddModelError("Form.Issue", "Enter what the family raised");
            ModelState.AddModelError("Form.DueOn", "Enter a day, like 2 May or next Friday");
            ModelState.AddModelError("Form.Channel", "Choose how you spoke");
            ModelState.AddModelError("Form.Owner", "Choose one person. “The team” cannot own an action");
            ModelState.AddModelError("Form.BornOn", "Enter a date of birth in the past");
            ModelState.AddModelError("", "Someone else changed this while you were writing. What you typed is below");
        }
    }
}
