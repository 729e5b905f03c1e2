using System.Text.RegularExpressions;
using Kept.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>
/// Gives back a form that was sent after the session had run out. It changes nothing: the person looks at it and sends it again, with
/// a token of the new session. So it takes the old token, and asks only that our own page sent it.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed partial class CarryOnModel(CarriedForms forms, CurrentVisit visit) : PageModel
{
    public CarriedForm? Form { get; private set; }

    /// <summary>What the person would know as theirs: no ids, no marks of the form's own.</summary>
    public IEnumerable<(string Name, string Value)> Shown => Form!.Fields
        .Where(typed => typed.Value.Length > 0 && !Guid.TryParse(typed.Value, out _) && typed.Value is not ("true" or "false"))
        .Select(typed => (InWords(typed.Key), typed.Value));

    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string? carried)
    {
        if (!visit.IsSignedIn || !Request.IsFromOurOwnPage())
        {
            return Redirect("/sign-in");
        }

        var form = forms.Open(carried);
        Form = form?.Account is null || form.Account == visit.AccountId ? form : null;
        Response.StatusCode = Form is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }

    /// <summary>"Form.Actions[0].DueOn" is "Due on".</summary>
    private static string InWords(string name)
    {
        var words = Capital().Replace(name.Split('.')[^1].Split('[')[0], " ").ToLowerInvariant();
        return words.Length is 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 5000)]
    private static partial Regex Capital();
}
