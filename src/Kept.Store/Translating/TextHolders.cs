using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Translating;

/// <summary>What was agreed, as the carer reads it.</summary>
internal sealed class ActionTexts : IHoldsTexts
{
    private const int MostOfEach = 100;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var actions = side.Shared.Actions.AsNoTracking().Where(a => a.PupilId == side.Pupil);
        var still = await actions.Where(a => a.Status != ActionStatus.Done).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(MostOfEach).Select(a => new { a.Id, a.What }).ToListAsync(cancel);
        var done = await actions.Where(a => a.Status == ActionStatus.Done).OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.Id).Take(MostOfEach)
            .Select(a => new { a.Id, a.What }).ToListAsync(cancel);
        return [.. still.Concat(done).Select(a => new WantedText(Texts.Of(a.Id, a.What), side.Language))];
    }
}

/// <summary>What was said, as the carer reads it.</summary>
internal sealed class EntryTexts : IHoldsTexts
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var entries = await side.Shared.Entries.AsNoTracking().Where(e => e.PupilId == side.Pupil)
            .OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.LoggedAt).Take(Most)
            .Select(e => new { e.Id, e.Issue, e.Said, e.Note }).ToListAsync(cancel);
        return [.. entries.SelectMany(e => Texts.Of(e.Id, e.Issue, e.Said, e.Note)).Select(text => new WantedText(text, side.Language))];
    }
}

/// <summary>What the carer says is not working, for staff to read; and the school’s answer, for the carer.</summary>
internal sealed class ConcernTexts : IHoldsTexts
{
    private const int Most = 10;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var concerns = await (
            from c in side.Shared.ConcernsThatStaffRead.AsNoTracking()
            where c.PupilId == side.Pupil && c.CarerId == side.Carer
            join q in side.Shared.AnswersToNarrowedConcerns on c.EntryId equals q.EntryId
            orderby c.At descending, c.Id descending
            select new { Concern = c, q.Id, q.Answer })
            .Take(Most)
            .ToListAsync(cancel);
        return
        [
            .. concerns.Select(c => Texts.Of(c.Concern)).OfType<WrittenText>().Select(text => new WantedText(text, WrittenText.English)),
            .. concerns.Select(c => Texts.Of(c.Id, c.Answer)).OfType<WrittenText>().Select(text => new WantedText(text, side.Language))
        ];
    }
}

/// <summary>What the carer says is missing of a promise, for staff to read.</summary>
internal sealed class AnswerTexts : IHoldsTexts
{
    private const int Most = 30;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var answers = await side.Shared.CarerAnswers.AsNoTracking()
            .Where(a => a.PupilId == side.Pupil && a.CarerId == side.Carer && a.Missing != null)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(Most).ToListAsync(cancel);
        return [.. answers.Select(Texts.Of).OfType<WrittenText>().Select(text => new WantedText(text, WrittenText.English))];
    }
}

/// <summary>What the school asks before a meeting, in its own words. Whichever carer it is looked up for, it is translated once for the school.</summary>
internal sealed class QuestionTexts : IHoldsTexts
{
    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel) =>
        [.. (await side.Shared.QuestionsAskedAsync([], cancel)).Select(q => q.Text).OfType<WrittenText>().Select(text => new WantedText(text, side.Language))];
}

/// <summary>What the carer says before a meeting, for staff to read.</summary>
internal sealed class ContributionTexts : IHoldsTexts
{
    private const int Most = 30;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var heard = await side.Shared.PartsOfMeetings<Contribution>().AsNoTracking()
            .Where(c => c.PupilId == side.Pupil && c.TakenById == side.Carer && c.Language != null)
            .OrderByDescending(c => c.TakenAt).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancel);
        return [.. heard.Select(Texts.Of).OfType<WrittenText>().Select(text => new WantedText(text, WrittenText.English))];
    }
}

/// <summary>Messages between this carer and the school: each into what the other side reads.</summary>
internal sealed class MessageTexts : IHoldsTexts
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var threads = side.Shared.Threads.Where(t => t.PupilId == side.Pupil && t.CarerId == side.Carer);
        var messages = await side.Shared.Messages.AsNoTracking()
            .Where(m => threads.Any(t => t.Id == m.ThreadId))
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(Most).ToListAsync(cancel);
        return [.. messages.Select(m => new WantedText(Texts.Of(m), m.IsFromFamily ? WrittenText.English : side.Language))];
    }
}

/// <summary>What the plans in force say, as the carer reads them.</summary>
internal sealed class PlanTexts : IHoldsTexts
{
    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var inForce = await (
            from p in side.Shared.Plans.AsNoTracking()
            where p.PupilId == side.Pupil
            join v in side.Shared.PlanVersions.AsNoTracking() on new { PlanId = p.Id, Number = p.Current } equals new { v.PlanId, v.Number }
            orderby p.Kind
            select new { p.Id, v.Content, v.Reason })
            .Take(Enum.GetValues<PlanKind>().Length)
            .ToListAsync(cancel);
        return [.. inForce.SelectMany(plan => Texts.Of(plan.Id, plan.Content).Append(Texts.Of(plan.Id, plan.Reason) ?? default)).Where(text => text.Words is not null).Distinct()
            .Select(text => new WantedText(text, side.Language))];
    }
}

/// <summary>What the carer says of a plan, for staff to read; and the school’s answer, for the carer.</summary>
internal sealed class PlanViewTexts : IHoldsTexts
{
    private const int Most = 60;

    public async Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel)
    {
        var views = await side.Shared.PlanViews.AsNoTracking()
            .Where(v => v.PupilId == side.Pupil && v.CarerId == side.Carer && v.Words != null)
            .OrderByDescending(v => v.At).ThenByDescending(v => v.Turn).Take(Most).ToListAsync(cancel);
        return
        [
            .. views.Select(Texts.Of).OfType<WrittenText>().Select(text => new WantedText(text, WrittenText.English)),
            .. views.Select(Texts.AnswerTo).OfType<WrittenText>().Select(text => new WantedText(text, side.Language))
        ];
    }
}
