using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Meetings;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Surgeries;

/// <summary>Protected time that families book for themselves: offered, looked at day by day, a day taken out, ended.</summary>
[Authorize(Policies.Log)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private IReadOnlyList<PossibleOwner> owners = [];

    [BindProperty]
    public SurgeryForm Form { get; set; } = new();

    /// <summary>Why one day is taken out, for the families who booked it.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SurgeryRow> Surgeries { get; private set; } = [];

    /// <summary>The day whose form was refused.</summary>
    public (Id<Surgery> Surgery, LocalDate On)? Failed { get; private set; }

    public LocalDate Today => day.Today;

    /// <summary>One gives one’s own time; whoever runs the process arranges it for others too.</summary>
    public bool MayOfferForOthers => viewer.Sight.RunsTheProcess;

    public IEnumerable<SelectListItem> Leads => owners.Where(o => Surgery.MayBeGivenBy(o.Owner, Today))
        .Select(o => new SelectListItem(o.Owner.Name, o.Owner.PersonId.ToString()));

    public bool MayChange(Surgery surgery) => MayOfferForOthers || surgery.LeadId == viewer.PersonId;

    /// <summary>That its giver leads a meeting then is theirs to know: to everybody else it is a time that is taken, since that meeting may be one of which nobody learns.</summary>
    public string Standing(Surgery surgery, SlotRow slot) => slot.IsFree ? "Free" : slot.IsElsewhere && surgery.LeadId == viewer.PersonId ? "Another meeting" : "Taken";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Form = new SurgeryForm { Key = Guid.CreateVersion7(), Lead = viewer.PersonId.ToString() };
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        Form.Key = Form.Key == Guid.Empty ? Guid.CreateVersion7() : Form.Key;
        var id = new Id<Surgery>(Form.Key);
        var lead = MayOfferForOthers ? Form.Lead : viewer.PersonId.ToString();
        var (plan, unread) = Form.Read();
        var (offered, wrong) = Surgery.Offer(
            id, viewer.SchoolId, plan, owners.FirstOrDefault(o => o.Owner.PersonId.ToString() == lead)?.Owner, Today, viewer.PersonId, day.Now);
        wrong = [.. unread, .. wrong];
        if (offered is not null && wrong.Count == 0)
        {
            wrong = [.. WrongBeside(offered)];
        }

        if (wrong.Count == 0)
        {
            record.Add(offered!);
            wrong = await record.SaveAsync(new SurgeryOffered(), cancel) is { } meanwhile ? [meanwhile] : [];
        }

        if (wrong.Count == 0 || await record.Surgeries.AnyAsync(s => s.Id == id && s.OfferedById == viewer.PersonId, cancel))
        {
            TempData.Say("Offered. Families of the children whom its lead works with see the free times on their page.");
            return Redirect(SurgeryLinks.All);
        }

        ModelState.Refuse(wrong, SurgeryForm.Fields);
        return this.PageWithErrors();
    }

    /// <summary>Takes one day out, and calls off what was booked for it.</summary>
    public async Task<IActionResult> OnPostOffAsync(Id<Surgery> surgery, LocalDate on, CancellationToken cancel)
    {
        if (await FindAsync(surgery, cancel) is not { } found)
        {
            return NotFound();
        }

        if (await TakeOutAsync(found, on, cancel) is not { } refused)
        {
            TempData.Say($"No surgery on {Days.Spoken(on)}.");
            return Redirect(SurgeryLinks.All);
        }

        record.LetGo();
        Failed = (surgery, on);
        ModelState.Clear();
        ModelState.AddModelError(refused.Field is nameof(Meeting.CalledOffWhy) ? nameof(Reason) : "", refused.Sentence);
        await ShowAsync(cancel);
        return this.PageWithErrors();
    }

    /// <summary>Nothing more can be booked.</summary>
    public async Task<IActionResult> OnPostEndAsync(Id<Surgery> surgery, CancellationToken cancel)
    {
        if (await FindAsync(surgery, cancel) is not { } found)
        {
            return NotFound();
        }

        if (found.LastOn is null && (!found.End(Today).Allowed(out var ended, out var refused) || (refused = await record.SaveAsync(ended, cancel)) is not null))
        {
            ModelState.AddModelError("", refused.Sentence);
            await ShowAsync(cancel);
            return this.PageWithErrors();
        }

        TempData.Say("Ended. What families have booked stays booked: call it off on its own page where it cannot be kept.");
        return Redirect(SurgeryLinks.All);
    }

    /// <summary>What stands against it because of those that go on.</summary>
    private IEnumerable<Refusal> WrongBeside(Surgery offered)
    {
        if (Surgeries.FirstOrDefault(row => row.Surgery.Clashes(offered)) is { } other)
        {
            yield return new Refusal($"{other.Lead} has another surgery then, on {NameOf(other.Surgery)}. Choose another time, or end that one first", nameof(SurgeryPlan.From));
        }

        if (Surgeries.Count >= SurgeryDays.Most)
        {
            yield return new Refusal($"The school offers {SurgeryDays.Most} surgeries already. End one that nobody needs first");
        }
    }

    /// <summary>"Tuesdays, 3.30pm to 4pm".</summary>
    public static string NameOf(Surgery surgery) => $"{surgery.Weekday}s, {Days.Time(surgery.From)} to {Days.Time(surgery.Until)}";

    private async Task<Refusal?> TakeOutAsync(Surgery surgery, LocalDate on, CancellationToken cancel)
    {
        if (!surgery.TakeOut(on, day.Calendar, Today).Allowed(out var off, out var refused))
        {
            return refused;
        }

        var booked = await record.Meetings.Where(m => m.SurgeryId == surgery.Id && m.On == on && m.Status == MeetingStatus.Planned)
            .OrderBy(m => m.At).Take(SurgeryPlan.MostSlots).ToListAsync(cancel);
        if (booked.Count < await record.SlotsTakenOnAsync(surgery.Id, on, cancel))
        {
            return new Refusal("A family has booked whose child you no longer work with. Ask the SENCO to take this day out");
        }

        List<ILedgerEvent> happened = [off];
        foreach (var meeting in booked)
        {
            if (!meeting.Cancel(CalledOffBy.School, Reason).Allowed(out var cancelled, out refused))
            {
                return refused;
            }

            happened.Add(cancelled);
        }

        return await record.SaveAsync(happened, cancel);
    }

    private async Task<Surgery?> FindAsync(Id<Surgery> id, CancellationToken cancel) =>
        await record.Surgeries.FirstOrDefaultAsync(s => s.Id == id, cancel) is { } found && MayChange(found) ? found : null;

    private async Task ShowAsync(CancellationToken cancel)
    {
        owners = await record.OwnersAsync(null, cancel);
        Surgeries = await record.SurgeriesAsync(day.Calendar, Today, cancel);
    }
}
