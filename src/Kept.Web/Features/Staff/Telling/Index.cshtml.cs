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
public sealed class IndexModel(TellingRegister register, LettersToPost letters, StaffViewer viewer, SchoolDay day, IPostRoom postRoom, ReturnsHealth returns) : TellsByHandModel(register, viewer)
{
    public IReadOnlyList<ToTell> List { get; private set; } = [];

    /// <summary>Why nobody can say what of the mail came back; null where all is well.</summary>
    public ReturnsTrouble? Unread { get; private set; }

    /// <summary>How many letters wait to be printed.</summary>
    public int Letters { get; private set; }

    /// <summary>How many came out empty, for a person to look at.</summary>
    public int Empty { get; private set; }

    /// <summary>How many are printed, and nobody has said what became of them.</summary>
    public int Printed { get; private set; }

    public IEnumerable<ToTell> Unclear => List.Where(t => t.Dispatch.State is DispatchState.Unclear);

    public IEnumerable<ToTell> ByHand => List.Where(t => t.Dispatch.State is DispatchState.ByHand);

    public IEnumerable<ToTell> Failed => List.Where(t => t.Dispatch.State is DispatchState.Failed);

    /// <summary>Told by another way than the first, which failed: nothing waits, but an address wants mending.</summary>
    public IEnumerable<ToTell> Otherwise => List.Where(t => IsOtherwise(t.Dispatch));

    public bool MayTellMany => Viewer.Sight.MayChangeTies;

    public WaysOut Ways => postRoom.Ways;

    public LocalDate Today => day.Today;

    protected override string Place => "/telling";

    public static string About(ToTell row) => row.Dispatch.Of is DispatchOf.WayIn ? "About their link to come in" : $"About {string.Join(", ", row.Of.Select(of => of.InWords()))}";

    public static bool IsOtherwise(Dispatch dispatch) => dispatch.State is DispatchState.Waiting or DispatchState.Sending or DispatchState.Sent or DispatchState.Delivered;

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAgainAsync(Id<Dispatch> dispatch, CancellationToken cancel)
    {
        if (!MayAct)
        {
            return Forbid();
        }

        if (await Register.AgainAsync(dispatch, cancel) is { } name)
        {
            TempData.Say($"It goes out to {name} once more.");
            postRoom.Nudge();
        }

        return Redirect("/telling");
    }

    protected override async Task ShowAsync(CancellationToken cancel)
    {
        List = await Register.ListAsync(cancel);
        Unread = await returns.TroubleAsync(cancel);
        Letters = await letters.WaitingAsync(cancel);
        Empty = await letters.EmptyAsync(cancel);
        Printed = (await letters.RunsAsync(cancel)).Sum(r => r.Printed);
    }
}
