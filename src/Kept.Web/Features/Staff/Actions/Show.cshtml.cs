using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Actions;

/// <summary>One action with its history, and every act that its status allows.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class ShowModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(AgreedAction.DueOn), nameof(ActionForm.Day)), ("Owner", nameof(ActionForm.OwnerId)), ("Reason", nameof(ActionForm.Reason)),
        (nameof(AgreedAction.WhatChanged), nameof(ActionForm.WhatChanged)), (nameof(AgreedAction.Evidence), nameof(ActionForm.Evidence)),
        (nameof(Heard.CarerId), nameof(ActionForm.CarerId)), (nameof(CarerAnswer.Says), nameof(ActionForm.Says)), (nameof(CarerAnswer.Missing), nameof(ActionForm.Missing))
    ];

    /// <summary>Within this time the same act with the same words is a button pressed twice.</summary>
    private static readonly Duration Twice = Duration.FromMinutes(1);

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["start"] = "action-started",
        ["done"] = "action-done",
        ["move"] = "action-moved",
        ["park"] = "action-parked",
        ["reopen"] = "action-reopened",
        ["give"] = "action-reassigned"
    };

    [BindProperty(SupportsGet = true)]
    public Id<AgreedAction> ActionId { get; set; }

    [BindProperty]
    public ActionForm Form { get; set; } = new();

    /// <summary>The list to go back to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public ActionRowView Shown { get; private set; } = null!;

    public IReadOnlyList<ChangeLine> History { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public static IReadOnlyList<Choice> Answers { get; } =
        [new(nameof(FamilySays.Happened), "Yes, it happened"), new(nameof(FamilySays.NotYet), "Not yet")];

    /// <summary>Every carer's answers, the latest first.</summary>
    public IReadOnlyList<SaidLine> Family { get; private set; } = [];

    /// <summary>The carers whose answer may be written down for them.</summary>
    public IReadOnlyList<SelectListItem> Carers { get; private set; } = [];

    public bool MayHear => Shown.Row.Status is ActionStatus.Done && Carers.Count > 0;

    /// <summary>The act whose form is shown with what is wrong with it.</summary>
    public string? Failed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        reads.Opened(record.Viewer, Shown.Row.PupilId, "action", day.Now);
        return Page();
    }

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancel) =>
        ActAsync("start", "Started.", action => Told(action.Start(day.Now)), cancel);

    public Task<IActionResult> OnPostDoneAsync(CancellationToken cancel) =>
        ActAsync("done", "Done, and kept in the record.", action => Told(action.MarkDone(Form.WhatChanged, Form.Evidence, day.Today, day.Now)), cancel);

    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) =>
        ActOnDayAsync("move", "Moved.", (action, on) => Told(action.MoveTo(on, Form.Reason, day.Today, day.Now)), cancel);

    public Task<IActionResult> OnPostParkAsync(CancellationToken cancel) =>
        ActOnDayAsync("park", "Parked.", (action, on) => Told(action.Park(Form.Reason, on, day.Today, day.Now)), cancel);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        ActOnDayAsync("reopen", "Opened again.", (action, on) => Told(action.Reopen(Form.Reason, on, day.Today, day.Now)), cancel);

    public async Task<IActionResult> OnPostHearAsync(CancellationToken cancel)
    {
        var heard = new Heard(ActionId, Id<Person>.TryParse(Form.CarerId, null, out var carer) ? carer : default, Form.Says, Form.Missing);
        if (await record.HearAsync(heard, day.Now, cancel) is not { } answer)
        {
            return NotFound();
        }

        if (!answer.Allowed(out var action, out var refused))
        {
            return await AgainAsync("hear", refused, cancel);
        }

        TempData.Say("Written down beside what the school says.");
        return LocalRedirect(await BackAsync(action.PupilId, cancel));
    }

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var owners = await record.OwnersAsync(Shown.Row.PupilId, cancel);
        var chosen = owners.FirstOrDefault(o => o.Owner.PersonId.ToString() == Form.OwnerId)?.Owner;
        return await ActAsync("give", $"Given to {chosen?.Name}.", action => Told(action.GiveTo(chosen, Form.Reason, day.Today, day.Now)), cancel);
    }

    private Task<IActionResult> ActOnDayAsync(string act, string notice, Func<AgreedAction, LocalDate?, Result<IActionEvent>> verb, CancellationToken cancel) =>
        TypedDay.ToCome(Form.Day, day.Today, day.Calendar).Allowed(out var on, out var unread)
            ? ActAsync(act, notice + ClosedDay(on), action => verb(action, on), cancel)
            : ActAsync(act, notice, _ => unread.About(nameof(AgreedAction.DueOn)), cancel);

    private async Task<IActionResult> ActAsync(string act, string notice, Func<AgreedAction, Result<IActionEvent>> verb, CancellationToken cancel)
    {
        var action = await record.Actions.FirstOrDefaultAsync(a => a.Id == ActionId, cancel);
        if (action is null)
        {
            return NotFound();
        }

        Refusal? refused = null;
        if (Form.Version is { } seen && seen != action.Version)
        {
            refused = new Refusal("Somebody else changed this while you had it open. Look at what they did, then try again");
        }
        else if (verb(action).Allowed(out var happened, out refused))
        {
            refused = await record.SaveAsync(happened, cancel);
        }

        if (refused is null || await IsTheSameAgainAsync(act, cancel))
        {
            TempData.Say(notice);
            return LocalRedirect(await BackAsync(action.PupilId, cancel));
        }

        return await AgainAsync(act, refused, cancel);
    }

    /// <summary>Who saw this pupil because of this action alone, and has done it, may not go back to what they see no more.</summary>
    private async Task<string> BackAsync(Id<Pupil> pupil, CancellationToken cancel) =>
        !await record.Pupils.AnyAsync(p => p.Id == pupil, cancel) ? "/today"
        : Url.IsLocalUrl(ReturnTo) ? ReturnTo!
        : $"/pupils/{pupil}";

    private async Task<bool> IsTheSameAgainAsync(string act, CancellationToken cancel)
    {
        var (reason, changed) = (Text.Tidy(Form.Reason), Text.Tidy(Form.WhatChanged));
        LocalDate? to = TypedDay.ToCome(Form.Day, day.Today, day.Calendar).Allowed(out var on, out _) ? on : null;
        Id<Person>? owner = Id<Person>.TryParse(Form.OwnerId, null, out var given) ? given : null;
        var last = await record.ActionChanges.AsNoTracking().Where(c => c.ActionId == ActionId)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancel);
        return last is not null
            && last.Kind == Kinds[act] && last.ById == record.Viewer.PersonId && day.Now - last.At <= Twice
            && last.Reason == reason && last.ToDay == to && last.ToOwnerId == owner
            && (act is not "done" || await record.Actions.AnyAsync(a => a.Id == ActionId && a.WhatChanged == changed, cancel));
    }

    private async Task<IActionResult> AgainAsync(string act, Refusal refused, CancellationToken cancel)
    {
        Failed = act;
        ModelState.Refuse(refused, Fields);
        ModelState.Remove("Form.Version");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var row = await record.Rows(record.Actions.Where(a => a.Id == ActionId)).FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return false;
        }

        Shown = new ActionRowView(row, day.Today, record.Viewer.PersonId, Url.IsLocalUrl(ReturnTo) ? ReturnTo! : $"/pupils/{row.PupilId}");
        History = await ActionHistory.OfAsync(record, ActionId, cancel);
        Owners = [.. (await record.OwnersAsync(row.PupilId, cancel))
            .Where(o => o.Owner.PersonId != row.OwnerId && o.Owner.RefusalOn(day.Today, row.Visibility) is null)
            .Select(o => new SelectListItem(o.RoleWords.Count > 0 ? $"{o.Owner.Name}, {o.RoleWords[0]}" : o.Owner.Name, o.Owner.PersonId.ToString()))];
        var answers = await record.AnswersAsync(ActionId, cancel);
        Family = SaidLine.Of(answers, await record.TranslationsOfAsync(answers.Select(a => Texts.Of(a.Answer)).OfType<WrittenText>(), WrittenText.English, cancel));
        Carers = row is { Visibility: Visibility.Family, Status: ActionStatus.Done } && viewer.Sight.MayLog
            ? [.. (await record.ToBeToldAsync(row.PupilId, cancel)).Where(c => c.Id != row.OwnerId).Select(c => new SelectListItem(c.Name, c.Id.ToString()))]
            : [];
        return true;
    }

    /// <summary>A day on which nobody is in is taken, and said (rule 2).</summary>
    private string ClosedDay(LocalDate? chosen) =>
        chosen is { } on && day.Calendar.Knows(on) && day.Calendar.IsClosed(on) && day.Calendar.NextSchoolDay(on) is { } next
            ? $" The school is closed on {Days.Spoken(on)}; the next school day is {Days.Spoken(next)}."
            : "";

    private static Result<IActionEvent> Told<T>(Result<T> result)
        where T : class, IActionEvent =>
        result.Allowed(out var happened, out var refused) ? Result<IActionEvent>.Of(happened) : refused;
}

/// <summary>What an act asks for; each act uses its own few.</summary>
public sealed class ActionForm
{
    [Display(Name = "What changed?", Description = "What is different for the child now. The family may read this")]
    public string? WhatChanged { get; set; }

    [Display(Name = "Who says so?")]
    public string? CarerId { get; set; }

    [Display(Name = "Has it happened?")]
    public FamilySays? Says { get; set; }

    [Display(Name = "What is missing, in their words", Description = "Leave it empty if they did not say")]
    public string? Missing { get; set; }

    [Display(Name = "Evidence", Description = "What shows that it was done, if anything: “emailed 3 May”")]
    public string? Evidence { get; set; }

    [Display(Name = "Day", Description = "For example, 2 May or next Friday")]
    public string? Day { get; set; }

    [Display(Name = "Who will do it")]
    public string? OwnerId { get; set; }

    [Display(Name = "Why")]
    public string? Reason { get; set; }

    /// <summary>The version that was on the page.</summary>
    public int? Version { get; set; }
}
