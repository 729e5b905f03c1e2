using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Family.Children;

/// <summary>A carer's children, at every school of theirs. Who has one goes straight to what was agreed.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language) : PageModel
{
    public Wording Words => language.Words;

    public IReadOnlyList<FamilyPlace> Places => [.. visit.Places.Where(p => p.Children.Count > 0)];

    public IActionResult OnGet() => Places is [{ Children: [var only] } place] ? Redirect(FamilyLinks.Child(place.School, only.Id)) : Page();
}
