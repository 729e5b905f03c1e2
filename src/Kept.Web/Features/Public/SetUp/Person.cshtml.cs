using System.ComponentModel.DataAnnotations;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Features.Public.SetUp;

/// <summary>The first person; sending this opens the school. What follows is signing in.</summary>
[EnableRateLimiting(Tries.PerAddress)]
[BindProperties(SupportsGet = true)]
public sealed class PersonModel(FirstRun firstRun) : PageModel
{
    public string? Token { get; set; }

    public string? School { get; set; }

    public string? Slug { get; set; }

    public Nation Nation { get; set; }

    public string? Trust { get; set; }

    public PersonForm Form { get; set; } = new();

    public IEnumerable<Choice> Roles => Enum.GetValues<StaffRole>().Where(role => !role.IsForAClass())
        .Select(role => new Choice(role.ToString(), char.ToUpperInvariant(role.InWords()[0]) + role.InWords()[1..]));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return await firstRun.FitsAsync(Token, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await firstRun.FitsAsync(Token, cancel))
        {
            return NotFound();
        }

        var school = new NewSchool(Trust, School, Slug, Nation);
        var person = new FirstPerson(Form.Title, Form.GivenName, Form.FamilyName, Form.Email, Form.Roles, Form.Password);
        if (!(await firstRun.OpenAsync(Token, school, person, cancel)).Allowed(out var account, out var refusal))
        {
            ModelState.Refuse(refusal, [.. PersonForm.Fields.Select(name => (name, name))]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await HttpContext.BeginHalfAsync(account);
        return Redirect("/sign-in/second-factor?returnUrl=/welcome");
    }

    public sealed class PersonForm
    {
        internal static readonly string[] Fields = [nameof(Title), nameof(GivenName), nameof(FamilyName), nameof(Roles), nameof(Email), nameof(Password)];

        [Display(Name = "Title")]
        public string? Title { get; set; }

        [Display(Name = "Given name")]
        public string? GivenName { get; set; }

        [Display(Name = "Family name")]
        public string? FamilyName { get; set; }

        [Display(Name = "What do you do at the school?", Description = "All that fit. You give the others their roles later")]
        public List<StaffRole> Roles { get; set; } = [];

        [Display(Name = "Email", Description = "You sign in with it")]
        public string? Email { get; set; }

        [Display(Name = "Password", Description = "12 characters or more. Three words that do not belong together are easy to remember")]
        public string? Password { get; set; }
    }
}
