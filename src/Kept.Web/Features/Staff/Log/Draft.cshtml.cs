using Kept.Store;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Log;

/// <summary>Keeps what is being typed, on the server and not in the browser: the next person at the machine must not find it.</summary>
[Authorize(Policies.Log)]
public sealed class DraftModel(VisibleRecord record, SchoolDay day) : PageModel
{
    [BindProperty]
    public LogForm Form { get; set; } = new();

    public IActionResult OnGet() => Redirect("/log");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var drafts = new LogDrafts(record, day);
        if (!Form.HasWords)
        {
            await drafts.ForgetAsync(Form.Key, cancel);
            return new NoContentResult();
        }

        // A save that was on its way while the form was kept comes too late: it must not bring the draft back.
        if (Form.Key == Guid.Empty || await record.HasLoggedAsync(new(Form.Key), cancel))
        {
            return new NoContentResult();
        }

        var held = await drafts.SaveAsync(Form, cancel);
        // Kept in the moment between: whoever comes second takes the draft away.
        if (held && await record.HasLoggedAsync(new(Form.Key), cancel))
        {
            await drafts.ForgetAsync(Form.Key, cancel);
        }

        return held ? new NoContentResult() : StatusCode(StatusCodes.Status413PayloadTooLarge);
    }
}
