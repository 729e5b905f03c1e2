using System.ComponentModel.DataAnnotations;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.SetUp;

/// <summary>The first run of a real school. Without the token that was printed at the start, the page is not there.</summary>
[EnableRateLimiting(Tries.PerAddress)]
public sealed class IndexModel(FirstRun firstRun) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public SchoolForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Nations { get; } =
    [
        new(nameof(Nation.England), "England"), new(nameof(Nation.Wales), "Wales"), new(nameof(Nation.Scotland), "Scotland"),
        new(nameof(Nation.NorthernIreland), "Northern Ireland")
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await firstRun.FitsAsync(Token, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await firstRun.FitsAsync(Token, cancel))
        {
            return NotFound();
        }

        var slug = string.IsNullOrWhiteSpace(Form.Slug) ? Slug.Suggest(Form.School ?? "") : Form.Slug;
        if (!Slug.Read(slug).Allowed(out var plain, out var refusal))
        {
            ModelState.AddModelError("Form.Slug", refusal.Sentence);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return Redirect(SetUpLinks.Person(Token!, Form.School!, plain!, Form.Nation!.Value, Form.Trust));
    }

    public sealed class SchoolForm
    {
        [Display(Name = "School’s name", Description = "As parents know it, like Hillview School")]
        [Required(ErrorMessage = "Enter the school’s name")]
        [MaxLength(Domain.Schools.School.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer")]
        public string? School { get; set; }

        [Display(Name = "Short name (optional)", Description = "For commands and file names, like hillview. Left out, it is made from the name; it never changes")]
        public string? Slug { get; set; }

        [Display(Name = "Where is the school?", Description = "It decides the bank holidays")]
        [Required(ErrorMessage = "Choose where the school is")]
        public Nation? Nation { get; set; }

        [Display(Name = "Trust (optional)", Description = "The multi-academy trust that it belongs to, if any")]
        [MaxLength(Domain.Schools.School.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer")]
        public string? Trust { get; set; }
    }
}
