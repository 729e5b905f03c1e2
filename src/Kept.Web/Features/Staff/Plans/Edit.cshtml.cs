using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Plans;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>The next version of a plan while it is written: one long form that may be saved half done.</summary>
[Authorize(Policies.Log)]
public sealed class EditModel(VisibleRecord record, SchoolDay day) : OnePlanPageModel(record, day)
{
    private readonly PlanDrafts drafts = new(record, day);
    private PlanReading reading = null!;

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    /// <summary>The draft that is gone on with; null where none is begun.</summary>
    public PlanDraft? Draft { get; private set; }

    public IReadOnlyList<SelectListItem> Leads { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Causes { get; private set; } = [];

    public ILookup<string, string> Advice { get; private set; } = Array.Empty<PlanAdvice>().ToLookup(a => a.Field, a => a.Message);

    /// <summary>Which list gets one more line: "outcomes" or "provisions".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Another { get; set; }

    public async Task<IActionResult> OnGetAsync(string? because, CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        Draft = await drafts.FindAsync(PlanId, cancel);
        Form = Draft is null ? await AfreshAsync(cancel) : PlanDrafts.Read(Draft);
        Form.Opening = Guid.NewGuid();
        Form.Cause ??= PlanCauses.Read(because) is { } cause ? PlanCauses.ValueOf(cause) : null;
        await ShowAsync(cancel);
        return Page();
    }

    /// <summary>Saves the draft as it is.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (await SaveAsync(cancel) is { } refused)
        {
            return await AgainAsync([refused], cancel);
        }

        TempData.Say("The draft is saved. It is not part of the record until it is published.");
        return Redirect(PlanLinks.Plans(PupilId));
    }

    /// <summary>As one types.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        return !Form.HasWords || await SaveAsync(cancel) is null ? new NoContentResult() : new ConflictResult();
    }

    /// <summary>One more line, without script.</summary>
    public async Task<IActionResult> OnPostAnotherAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        return await SaveAsync(cancel) is { } refused ? await AgainAsync([refused], cancel) : Redirect($"{PlanLinks.Edit(PupilId, PlanId)}?another={Another}#{Another}");
    }

    /// <summary>Says everything that is missing; a plan that is whole goes on to be read and published.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (await SaveAsync(cancel) is { } refused)
        {
            return await AgainAsync([refused], cancel);
        }

        await PrepareAsync(cancel);
        var content = reading.Read(Form, Plan.Kind);
        IReadOnlyList<Refusal> wrong = [.. reading.Unread, .. PlanRules.Wrong(content, Plan.Kind, Day.School.Nation).Where(w => reading.Unread.All(u => u.Field != w.Field)), .. Unreasoned()];
        if (wrong.Count > 0)
        {
            Form.Version = (await drafts.FindAsync(PlanId, cancel))?.Version ?? 0;
            return await AgainAsync(wrong, cancel);
        }

        if (MayPublish)
        {
            return Redirect(PlanLinks.Publish(PupilId, PlanId));
        }

        TempData.Say("The draft is whole. Ask the SENCO to read and publish it.");
        return Redirect(PlanLinks.Plans(PupilId));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (!await FindPlanAsync(cancel))
        {
            return NotFound();
        }

        if (await drafts.FindAsync(PlanId, cancel) is { } draft)
        {
            Record.Forget(draft);
            await Record.SaveOwnThingsAsync(cancel);
        }

        TempData.Say("The draft is thrown away. The plan is as it was.");
        return Redirect(PlanLinks.Plans(PupilId));
    }

    private IEnumerable<Refusal> Unreasoned() =>
        Plan.Current > 0 && Text.Tidy(Form.Reason) is null ? [new Refusal("Say why the plan changes: it stays beside the new version", nameof(Form.Reason))] : [];

    private Task<Refusal?> SaveAsync(CancellationToken cancel)
    {
        // Lines that were emptied move those below up: what is shown again comes from the form, and not from what was posted by number.
        ModelState.Clear();
        Form.Compact();
        new PlanReading(Day, []).WriteOutDays(Form);
        return drafts.SaveAsync(Plan, Form, cancel);
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> wrong, CancellationToken cancel)
    {
        foreach (var refused in wrong)
        {
            ModelState.AddModelError(refused.Field is null ? "" : $"Form.{refused.Field}", refused.Sentence);
        }

        await ShowAsync(cancel);
        return this.PageWithErrors();
    }

    /// <summary>From the version in force; a first one knows the pupil's needs already.</summary>
    private async Task<PlanForm> AfreshAsync(CancellationToken cancel)
    {
        var form = PlanReading.Write(await VersionAsync(Plan.Current, cancel) is { } current ? current.Content with { From = null, ReviewOn = null } : new PlanContent { Needs = Pupil.Needs });
        form.BasedOn = Plan.Current;
        form.From = Day.Today.InWords();
        return form;
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        var people = await Record.OwnersAsync(PupilId, cancel);
        reading = new PlanReading(Day, people);
        Leads = [.. reading.Leads.Select(o => new SelectListItem(o.RoleWords.Count > 0 ? $"{o.Owner.Name}, {o.RoleWords[0]}" : o.Owner.Name, o.Owner.PersonId.ToString()))];
        var context = new CoachContext(Day.Today, Day.Calendar, [.. people.Select(p => p.ForTheCoach)], Pupil.ClassName, Viewer.PersonId.ToString());
        Advice = (Form.HasWords ? PlanAdvice.Of(new PlanReading(Day, people).Read(Form, Plan.Kind), context) : []).ToLookup(a => a.Field, a => a.Message);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        Causes = Plan.Current == 0 ? [] : await new PlanCauses(Record, Plan).OfferedAsync(Form.Cause, Day.Today, cancel);
        Form.Sections = [.. EhcpSections.All.Select(title => Form.Sections.Find(s => s.Letter == title.Letter) ?? new SectionLine { Letter = title.Letter })];
        if (Form.Outcomes.Count == 0 || Another is "outcomes")
        {
            Form.Outcomes.Add(new OutcomeLine());
        }

        if (Form.Provisions.Count == 0 || Another is "provisions")
        {
            Form.Provisions.Add(new ProvisionLine());
        }
    }
}
