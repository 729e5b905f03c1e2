using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Telling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>Which families wait to be told by a person, and what may not have arrived.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class IndexModel(TellingRegister register, StaffViewer viewer, SchoolDay day, IPostRoom postRoom) : PageModel
{
    public IReadOnlyList<ToTell> List { get; private set; } = [];

    public IEnumerable<ToTell> Unclear => List.Where(t => t.Dispatch.State is DispatchState.Unclear);

    public IEnumerable<ToTell> ByHand => List.Where(t => t.Dispatch.State is DispatchState.ByHand);

    public IEnumerable<ToTell> Failed => List.Where(t => t.Dispatch.State is DispatchState.Failed);

    public bool MayAct => viewer.Sight.MayLog || viewer.Sight.MayKeepWishes;

    public bool MayTellMany => viewer.Sight.MayChangeTies;

    public WaysOut Ways => postRoom.Ways;

    public LocalDate Today => day.Today;

    public static string About(ToTell row) => row.Dispatch.Of is DispatchOf.WayIn ? "About their link to come in" : $"About {string.Join(", ", row.Of.Select(of => of.InWords()))}";

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public Task<IActionResult> OnPostToldAsync(Id<Dispatch> dispatch, CancellationToken cancel) =>
        ActAsync(register.ToldAsync, dispatch, name => $"Kept: you have told {name}.", cancel);

    public async Task<IActionResult> OnPostAgainAsync(Id<Dispatch> dispatch, CancellationToken cancel)
    {
        var answer = await ActAsync(register.AgainAsync, dispatch, name => $"It goes out to {name} once more.", cancel);
        postRoom.Nudge();
        return answer;
    }

    private async Task ShowAsync(CancellationToken cancel) => List = await register.ListAsync(cancel);

    private async Task<IActionResult> ActAsync(Func<Id<Dispatch>, CancellationToken, Task<string?>> act, Id<Dispatch> id, Func<string, string> said, CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        // Pressed twice, or by two at once: it is done, and the list says so.
        if (await act(id, cancel) is { } name)
        {
            TempData.Say(said(name));
        }

        return Redirect("/telling");
    }
}
