using Kept.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Components;

/// <summary>How a page answers what it cannot do: the same page with a 400, what was typed still there.</summary>
public static class Answers
{
    /// <param name="page">The page that was posted.</param>
    /// <param name="refusal">Put beside the field it names, where the form has it; else above the form.</param>
    /// <param name="form">The property that holds the form.</param>
    public static PageResult PageWith(this PageModel page, Refusal refusal, string form = "Form") => page.PageWith([refusal], form);

    /// <summary>All of them, each beside its field.</summary>
    public static PageResult PageWith(this PageModel page, IEnumerable<Refusal> refusals, string form = "Form")
    {
        foreach (var refusal in refusals)
        {
            page.ModelState.AddModelError(refusal.Field is null ? "" : $"{form}.{refusal.Field}", refusal.Sentence);
        }

        return page.PageWithErrors();
    }

    public static PageResult PageWithErrors(this PageModel page)
    {
        var answer = page.Page();
        answer.StatusCode = StatusCodes.Status400BadRequest;
        return answer;
    }
}
