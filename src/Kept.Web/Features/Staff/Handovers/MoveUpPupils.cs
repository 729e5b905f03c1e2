using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Ledger;
using Kept.Domain.MovingUp;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>
/// Carries a move out, some pupils at a time: each pupil in one save with their handover, so that whatever stops it in between leaves
/// nobody half moved, and going on does nothing twice.
/// </summary>
internal sealed class MoveUpPupils(VisibleRecord record, StaffViewer viewer, SchoolDay day, MoveUpPlan plan)
{
    /// <summary>As many as one press of the button waits for.</summary>
    public const int MostAtOnce = 150;

    private YearMove Move => plan.Move!;

    /// <summary>The next few. The move is over once nobody is left.</summary>
    public async Task NextAsync(CancellationToken cancel)
    {
        var lines = await record.ClassMoves.AsNoTracking().Where(l => l.YearMoveId == Move.Id).ToDictionaryAsync(l => l.From, cancel);
        var open = plan.Pupils.Where(p => p.IsOpen).Select(p => p.Id).ToHashSet();
        var next = plan.Leavers.Concat(plan.MovingOn).Select(p => p.Id).ToList();
        foreach (var id in next.Take(MostAtOnce))
        {
            await MoveAsync(id, lines, open.Contains(id), cancel);
        }

        if (next.Count <= MostAtOnce && await record.YearMoves.FirstOrDefaultAsync(m => m.Id == Move.Id, cancel) is { } now
            && !await IsAnybodyLeftAsync(cancel) && now.Finish(day.Now) is { } finished)
        {
            await record.SaveAsync(finished, cancel);
        }
    }

    private Task<bool> IsAnybodyLeftAsync(CancellationToken cancel) =>
        MoveUpPlan.StillToMove(record, Move.Id).AnyAsync(p => p.YearGroup == Move.TopYear || p.YearGroup != "14", cancel);

    /// <summary>A refusal means that somebody else moved the pupil in this very moment: nothing is left to do.</summary>
    private async Task MoveAsync(Id<Pupil> id, Dictionary<string, ClassMove> lines, bool isOpen, CancellationToken cancel)
    {
        if (await MoveUpPlan.StillToMove(record, Move.Id).FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } pupil)
        {
            return;
        }

        var line = pupil.ClassName is { } from ? lines.GetValueOrDefault(from) : null;
        var before = isOpen && pupil.YearGroup != Move.TopYear ? await OpenRecord.OfAsync(record, id, cancel) : null;
        var presentTeacher = PresentTeacher(pupil.ClassName, before);
        if (!Move.Move(pupil, line, viewer.PersonId, day.Now).Allowed(out var moved, out _))
        {
            return;
        }

        record.Add(moved.Row);
        List<ILedgerEvent> happened = [moved.Happened];
        if (before is not null && await HandOverAsync(pupil, line, before, presentTeacher, moved.Row, cancel) is { } given)
        {
            happened.Add(given);
        }

        await record.SaveAsync(happened, cancel);
    }

    private async Task<HandoverGiven?> HandOverAsync(
        Pupil pupil, ClassMove? line, OpenRecord open, Id<Person> from, PupilMove row, CancellationToken cancel)
    {
        if (open.Owner(line?.TeacherId?.ToString()) is not { } to)
        {
            row.Without(line?.To is { } toClass ? $"{toClass} had no teacher yet" : "There was no class to go to");
            return null;
        }

        if (to.PersonId == from)
        {
            // The teacher goes along with the class, or is who carries this out: they know the pupil.
            return null;
        }

        if (await record.Handovers.AnyAsync(h => h.PupilId == pupil.Id && h.ToId == to.PersonId && h.ClosedAt == null, cancel))
        {
            // Handed over by hand already, and not read yet: a second one would only be read instead of the first.
            return null;
        }

        var proposals = open.Actions
            .Select(a => new ProposedOwner(a, open.ProposalFor(a, from, day) is var chosen && chosen is GiveForm.WhoeverTakesOver ? to : open.Owner(chosen)))
            .ToLookup(p => p.RefusalFor(to, day.Today) is null);
        var terms = new HandoverTerms(viewer.SchoolId, pupil.Id, from, to, $"Moves up into {pupil.ClassName ?? pupil.YearInWords} for {plan.Into}");
        var matters = GiveForm.Lines(await WhatMatters.OfAsync(record, pupil.Id, day, cancel));
        var questions = open.Enquiries.Select(q => new OpenQuestion(q.Enquiry, null)).ToList();
        if (!Handover.Give(
            Id<Handover>.New(), terms, matters.Count > 0 ? matters : ["Read the plan and the log before the first day"], [.. proposals[true]], questions, day.Today, day.Now)
            .Allowed(out var whole, out var refused))
        {
            row.Without(refused.Sentence);
            return null;
        }

        record.Add(whole.Handover);
        foreach (var each in whole.Lines)
        {
            record.Add(each);
        }

        row.With(whole.Handover);
        if (proposals[false].Any())
        {
            row.Without($"Still without a next owner: {string.Join("; ", proposals[false].Select(p => p.Action.What))}");
        }

        return whole.Happened;
    }

    /// <summary>Who has the class now hands it on, and with that sees the pupil no longer; where nobody does, whoever carries this out.</summary>
    private Id<Person> PresentTeacher(string? className, OpenRecord? open) =>
        className is null || open is null ? viewer.PersonId
            : plan.TeachersNow[className].Where(id => open.Owner(id.ToString())?.RefusalOn(day.Today, Visibility.Staff) is null && open.Owner(id.ToString()) is not null)
                .Append(viewer.PersonId).First();
}
