using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Welcome;

/// <summary>After the set-up: what to do first.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class IndexModel(SchoolDay day) : PageModel
{
    public string SchoolName => day.School.Name;
}
