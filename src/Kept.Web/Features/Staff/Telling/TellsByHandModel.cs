using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>A list of who waits to be told by a person, who then says that they have.</summary>
public abstract class TellsByHandModel(TellingRegister register, StaffViewer viewer) : PageModel
{
    public bool MayAct => Viewer.Sight.MayLog || Viewer.Sight.MayKeepWishes;

    protected TellingRegister Register { get; } = register;

    protected StaffViewer Viewer { get; } = viewer;

    /// <summary>Where the list stands.</summary>
    protected abstract string Place { get; }

    public async Task<IActionResult> OnPostToldAsync(Id<Dispatch> dispatch, int seen, CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        // Pressed twice, or by two at once: it is done, and the list says so.
        if (await Register.ToldAsync(dispatch, seen, cancel) is { } told)
        {
            if (!told.Allowed(out var name, out var refusal))
            {
                ModelState.AddModelError("", refusal.Sentence);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                await ShowAsync(cancel);
                return Page();
            }

            TempData.Say($"Kept: you have told {name}.");
        }

        return Redirect(Place);
    }

    protected abstract Task ShowAsync(CancellationToken cancel);
}
