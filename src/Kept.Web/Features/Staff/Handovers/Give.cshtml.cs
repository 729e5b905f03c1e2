using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>A pupil goes to the next adult: prefilled from the open record, so that a teacher only reads it through and chooses.</summary>
[Authorize(Policies.Log)]
public sealed class GiveModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(Handover.ToId), nameof(GiveForm.To)), (nameof(Handover.Why), nameof(GiveForm.Why)),
        (nameof(GiveForm.Matters), nameof(GiveForm.Matters)), (nameof(GiveForm.Questions), nameof(GiveForm.Questions))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    [BindProperty]
    public GiveForm Form { get; set; } = new();

    public string PupilName => Open.PupilName;

    public SchoolDay Day => day;

    /// <summary>A handover is for staff who work with the pupil; the office sees what is shared with the family.</summary>
    public bool MayGive => viewer.Sight.MayLog && viewer.MaySee(Visibility.Staff);

    public bool MayTakeAway => viewer.Sight.MayExport;

    public IReadOnlyList<SelectListItem> Receivers { get; private set; } = [];

    public IReadOnlyList<AgreedAction> Actions => Open.Actions;

    public IReadOnlyList<Choice> Waiting =>
        [.. Open.Enquiries.Select(q => new Choice(q.Enquiry.Id.ToString(), q.Issue, $"Since {Days.Plain(q.Enquiry.ArrivedOn, day.Today)}"))];

    private OpenRecord Open { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (MayGive)
        {
            Form.Matters = await WhatMatters.OfAsync(record, PupilId, day, cancel);
            Form.Waiting = [.. Open.Enquiries.Select(q => q.Enquiry.Id.ToString())];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!MayGive)
        {
            return Forbid();
        }

        var to = Open.Owner(Form.To);
        var proposals = Proposals(to);
        var given = Handover.Give(
            new Id<Handover>(Form.Key), new HandoverTerms(viewer.SchoolId, PupilId, viewer.PersonId, to, Form.Why),
            GiveForm.Lines(Form.Matters), proposals, Questions(), day.Today, day.Now);
        if (!given.Allowed(out var whole, out var refused))
        {
            // What is wrong with a proposal stands beside it already.
            if (refused.Field is not ProposedOwner.FieldName)
            {
                ModelState.Refuse(refused, Fields);
            }

            return this.PageWithErrors();
        }

        if (await IsGivenAlreadyAsync(cancel))
        {
            return Given();
        }

        // Gone back to and sent again it has another key, and every line would be there twice to acknowledge.
        if (await record.Handovers.AnyAsync(h => h.PupilId == PupilId && h.FromId == viewer.PersonId && h.ToId == to!.PersonId && h.ClosedAt == null, cancel))
        {
            return this.PageWith(new Refusal(
                $"{to!.Name} has a handover of {PupilName} from you that is not finished. Take that one back first, if this one is to take its place", nameof(GiveForm.To)));
        }

        record.Add(whole.Handover);
        foreach (var line in whole.Lines)
        {
            record.Add(line);
        }

        refused = await record.SaveAsync(whole.Happened, cancel);
        return refused is null || await IsGivenAlreadyAsync(cancel) ? Given() : this.PageWith(refused);
    }

    /// <summary>Those who could do it, the present owner first.</summary>
    public IEnumerable<SelectListItem> OwnersFor(AgreedAction action)
    {
        yield return new SelectListItem("Whoever takes over", GiveForm.WhoeverTakesOver);
        foreach (var owner in Open.Owners
            .Where(o => o.Owner.RefusalOn(day.Today, action.Visibility) is null)
            .OrderByDescending(o => o.Owner.PersonId == action.OwnerId))
        {
            var words = owner.RoleWords.Count > 0 ? $"{owner.Owner.Name}, {owner.RoleWords[0]}" : owner.Owner.Name;
            yield return new SelectListItem(owner.Owner.PersonId == action.OwnerId ? $"Stays with {words}" : words, owner.Owner.PersonId.ToString());
        }
    }

    /// <summary>Whose it is now; somebody who has left is still named.</summary>
    public string OwnerOf(AgreedAction action) =>
        Open.Owner(action.OwnerId.ToString()) is { } owner ? owner.PersonId == viewer.PersonId ? "yours" : owner.Name : "somebody who is here no more";

    /// <summary>One for each action as it is now: what was agreed since the form was opened has no proposal yet.</summary>
    private List<ProposedOwner> Proposals(Owner? to)
    {
        List<ProposedOwner> proposals = [];
        foreach (var (at, action) in Open.Actions.Index())
        {
            var chosen = Form.Actions[at].Owner;
            var proposal = new ProposedOwner(action, chosen is GiveForm.WhoeverTakesOver ? to : Open.Owner(chosen));
            proposals.Add(proposal);
            if (to is not null && proposal.RefusalFor(to, day.Today) is { } refused)
            {
                ModelState.AddModelError($"Form.Actions[{at}].Owner", refused.Sentence);
            }
        }

        return proposals;
    }

    private List<OpenQuestion> Questions() =>
    [
        .. Open.Enquiries.Where(q => Form.Waiting.Contains(q.Enquiry.Id.ToString())).Select(q => new OpenQuestion(q.Enquiry, null)),
        .. GiveForm.Lines(Form.Questions).Select(words => new OpenQuestion(null, words))
    ];

    private Task<bool> IsGivenAlreadyAsync(CancellationToken cancel)
    {
        var id = new Id<Handover>(Form.Key);
        return record.Handovers.AnyAsync(h => h.Id == id && h.FromId == viewer.PersonId, cancel);
    }

    private RedirectResult Given()
    {
        TempData.Say($"{PupilName} is handed over to {Open.Owner(Form.To)!.Name}. It waits until every line is acknowledged.");
        return Redirect($"/handovers/{Form.Key}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await OpenRecord.OfAsync(record, PupilId, cancel) is not { } open)
        {
            return false;
        }

        Open = open;
        Receivers = [.. open.Receivers(viewer.PersonId, day).Select(o =>
            new SelectListItem(o.RoleWords.Count > 0 ? $"{o.Owner.Name}, {string.Join(" ", [o.RoleWords[0], .. o.Classes])}" : o.Owner.Name, o.Owner.PersonId.ToString()))];
        var posted = Form.Actions.Where(a => a.Id.Length > 0).DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Owner);
        var isNew = posted.Count == 0 && !HttpMethods.IsPost(Request.Method);
        Form.Actions = [.. open.Actions.Select(a => new ActionProposal
        {
            Id = a.Id.ToString(),
            Owner = isNew ? open.ProposalFor(a, viewer.PersonId, day) : posted.GetValueOrDefault(a.Id.ToString())
        })];
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form.Actions", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        return true;
    }
}
