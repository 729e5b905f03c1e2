using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.MovingUp;
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

/// <summary>A pupil who moved and could not be handed over, or not with everything.</summary>
public sealed record MovedWithTrouble(Id<Pupil> Id, string Name, string? Class, string Trouble);

/// <summary>
/// The whole school moves up: proposed, looked at, kept, and carried out a few at a time. For those who run the school and work with its
/// pupils.
/// </summary>
[Authorize(Policies.RunSchool)]
[Authorize(Policies.HandOver)]
public sealed class MoveUpModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private const int MostTroubles = 100;

    private static readonly (string, string)[] Fields = [(nameof(YearMove.TopYear), nameof(MoveUpForm.TopYear)), (nameof(YearMove.LastDay), nameof(MoveUpForm.LastDay))];

    [BindProperty]
    public MoveUpForm Form { get; set; } = new();

    internal MoveUpPlan Plan { get; private set; } = null!;

    public IReadOnlyList<Oddity> Odd { get; private set; } = [];

    public int Moved { get; private set; }

    public int Left { get; private set; }

    public int HandedOver { get; private set; }

    public IReadOnlyList<MovedWithTrouble> Troubles { get; private set; } = [];

    /// <summary>What the oldest have done, or will do: the school may move up before their last day.</summary>
    public string LeftOrLeave => Plan.Move is { } move && day.Today <= move.LastDay ? (Left == 1 ? "leaves" : "leave") : "left";

    public bool MayStart => Plan.Move is { StartedAt: null } move && day.Today >= YearMove.StartsFrom(move.Year);

    public IEnumerable<SelectListItem> Years =>
        Plan.Pupils.Select(p => p.Year).Distinct().OrderBy(y => YearGroups.All.ToList().IndexOf(y)).Select(y => new SelectListItem(YearGroups.InWords(y), y));

    public IEnumerable<SelectListItem> Teachers => Plan.Staff
        .Select(o => new SelectListItem(o.Classes.Count > 0 ? $"{o.Owner.Name}, {string.Join(" ", o.Classes)}" : o.Owner.Name, o.Owner.PersonId.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Form = FormOf(Plan);
        return Page();
    }

    /// <summary>Keeps what was changed, so that the numbers can be looked at. Nobody moves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await KeepAsync(cancel) is { } wrong ? await AgainAsync(wrong, cancel) : Redirect("/handovers/moving-up#numbers");

    /// <summary>Keeps the plan, and carries out what was on the page: if anything is different now, it is shown first.</summary>
    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancel)
    {
        if (await KeepAsync(cancel) is { } wrong)
        {
            return await AgainAsync(wrong, cancel);
        }

        await LoadAsync(cancel);
        if (Plan.Fingerprint != Form.Seen)
        {
            TempData.Say("The plan has changed since its numbers were shown. Look at them again, then start.");
            return Redirect("/handovers/moving-up#numbers");
        }

        if (!Form.Sure)
        {
            return await AgainAsync(new Refusal("Say that you have looked at the numbers and at what is odd", nameof(MoveUpForm.Sure)), cancel);
        }

        if (!Plan.Move!.Start(viewer.PersonId, day.Today, day.Now).Allowed(out var started, out var refused))
        {
            return await AgainAsync(refused, cancel);
        }

        return await record.SaveAsync(started, cancel) is { } meanwhile ? await AgainAsync(meanwhile, cancel) : await GoOnAsync(cancel);
    }

    public Task<IActionResult> OnPostGoOnAsync(CancellationToken cancel) => GoOnAsync(cancel);

    private async Task<IActionResult> GoOnAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Plan.Move is { IsRunning: true })
        {
            await new MoveUpPupils(record, viewer, day, Plan).NextAsync(cancel);
        }

        return Redirect("/handovers/moving-up");
    }

    private async Task<Refusal?> KeepAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var isNew = Plan.Move is null;
        var move = Plan.Move ?? YearMove.Plan(viewer.SchoolId, Plan.Into, viewer.PersonId, day.Now);
        if (!move.Settle(Form.TopYear, WrittenDate.Read(Form.LastDay, Plan.Into.Before.From)).Allowed(out var planned, out var refused))
        {
            return refused;
        }

        if (isNew)
        {
            record.Add(move);
        }

        var kept = await record.ClassMoves.Where(l => l.YearMoveId == move.Id).ToDictionaryAsync(l => l.From, cancel);
        foreach (var (at, typed) in Form.Classes.Index())
        {
            if (Plan.Pupils.All(p => p.Class != typed.From))
            {
                continue;
            }

            if (!kept.TryGetValue(typed.From, out var line))
            {
                kept.Add(typed.From, line = ClassMove.Of(move, typed.From));
                record.Add(line);
            }

            var teacher = Plan.Staff.FirstOrDefault(o => o.Owner.PersonId.ToString() == typed.Teacher)?.Owner.PersonId;
            if (line.Settle(typed.To, teacher).Refused(out refused))
            {
                return refused.About($"Classes[{at}].To");
            }
        }

        return await record.SaveAsync(planned, cancel);
    }

    private async Task<IActionResult> AgainAsync(Refusal refused, CancellationToken cancel)
    {
        var field = Array.Find(Fields, f => f.Item1 == refused.Field).Item2 ?? refused.Field;
        ModelState.AddModelError(field is null ? "" : $"Form.{field}", refused.Sentence);
        await LoadAsync(cancel);
        if (Form.Classes.Count == 0)
        {
            Form = FormOf(Plan);
        }

        Form.Seen = Plan.Fingerprint;
        return this.PageWithErrors();
    }

    private static MoveUpForm FormOf(MoveUpPlan plan) => new()
    {
        TopYear = plan.TopYear,
        LastDay = plan.LastDay.InWords(),
        Seen = plan.Fingerprint,
        Classes = [.. plan.Classes.Select(c => new ClassLine { From = c.From, To = c.To, Teacher = c.Teacher?.ToString() })]
    };

    private async Task LoadAsync(CancellationToken cancel)
    {
        Plan = await MoveUpPlan.OfAsync(record, day, cancel);
        Odd = MoveUpOdd.Of(Plan, viewer.PersonId, day.Today);
        if (Plan.Move is not { StartedAt: not null } move)
        {
            return;
        }

        var rows = record.PupilMoves.AsNoTracking().Where(m => m.YearMoveId == move.Id);
        Left = await rows.CountAsync(m => m.ToYear == null, cancel);
        Moved = await rows.CountAsync(m => m.ToYear != null, cancel);
        HandedOver = await rows.CountAsync(m => m.HandoverId != null, cancel);
        Troubles = await rows.Where(m => m.Trouble != null)
            .Join(record.Pupils, m => m.PupilId, p => p.Id, (m, p) => new { m.Trouble, Pupil = p })
            .OrderBy(both => both.Pupil.NameKey).ThenBy(both => both.Pupil.Id)
            .Take(MostTroubles)
            .Select(both => new MovedWithTrouble(both.Pupil.Id, (both.Pupil.PreferredName ?? both.Pupil.GivenName) + " " + both.Pupil.FamilyName, both.Pupil.ClassName, both.Trouble!))
            .ToListAsync(cancel);
    }
}
