using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>What one carer says of one done action.</summary>
public sealed record Heard(Id<AgreedAction> ActionId, Id<Person> CarerId, FamilySays? Says, string? Missing, string? Language = null);

/// <summary>An answer as staff read it.</summary>
public sealed record AnswerRow(CarerAnswer Answer, string CarerName, string WrittenBy);

/// <summary>Takes a carer's answer to a promise (rule 14), from the carer or from whom they told.</summary>
public static class Hearing
{
    private const int MostAnswers = 500;
    private const int MostCarers = 40;

    /// <summary>Null where the viewer sees no such action.</summary>
    public static async Task<Result<AgreedAction>?> HearAsync(this VisibleRecord record, Heard heard, Instant now, CancellationToken cancel)
    {
        if (await record.Actions.FirstOrDefaultAsync(a => a.Id == heard.ActionId, cancel) is not { } action)
        {
            return null;
        }

        // What somebody said whom a court has stopped since is in the record, and stands no more.
        var told = (await record.Relationships.AsNoTracking().Where(t => t.PupilId == action.PupilId).Take(MostCarers).ToListAsync(cancel))
            .Where(t => t.MayBeToldOn(record.Today)).Select(t => t.CarerId).ToList();
        if (!told.Contains(heard.CarerId))
        {
            return new Refusal("Choose a carer who may be told of this child", nameof(Heard.CarerId));
        }

        var before = await LatestAsync(record, action, told, cancel);
        if (action.Standing(before).GetValueOrDefault(heard.CarerId) is { } last && last.Says == heard.Says && last.Missing == Text.Tidy(heard.Missing)
            && action.FamilySays == action.SumOf(before))
        {
            // The same button pressed twice, and nothing is to be weighed anew.
            return action;
        }

        if (!action.Answer(heard.CarerId, heard.Says, heard.Missing, before, record.Viewer.PersonId, now, heard.Language).Allowed(out var answer, out var refusal))
        {
            return refusal;
        }

        record.Add(answer);
        return await record.SaveAsync(new ActionAnswered(action.PupilId, action.Id), cancel) is { } meanwhile ? meanwhile : action;
    }

    /// <summary>The last word of each carer on what is done now: however often one of them changes it, none pushes another's out.</summary>
    private static async Task<IReadOnlyList<CarerAnswer>> LatestAsync(VisibleRecord record, AgreedAction action, List<Id<Person>> carers, CancellationToken cancel)
    {
        List<CarerAnswer> latest = [];
        foreach (var carer in carers)
        {
            var last = await record.EveryAnswerTo(action).AsNoTracking()
                .Where(a => a.CarerId == carer && a.At >= action.TouchedAt).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(1).ToListAsync(cancel);
            latest.AddRange(last);
        }

        return latest;
    }

    /// <summary>Every answer to an action, the latest first.</summary>
    public static async Task<IReadOnlyList<AnswerRow>> AnswersAsync(this VisibleRecord record, Id<AgreedAction> action, CancellationToken cancel) =>
        await (
            from a in record.CarerAnswers.AsNoTracking()
            where a.ActionId == action
            join carer in record.Names on a.CarerId equals carer.Id
            join writer in record.Names on a.WrittenById equals writer.Id
            orderby a.At descending, a.Id descending
            select new AnswerRow(a, carer.Name, writer.Name))
            .Take(MostAnswers)
            .ToListAsync(cancel);

    /// <summary>The carers of a child who may be told of it, in the order of calling.</summary>
    public static async Task<IReadOnlyList<Person>> ToBeToldAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel)
    {
        var found = await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == pupil)
            .Join(record.People, t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Carer = p })
            .OrderBy(both => both.Tie.Priority).ThenBy(both => both.Carer.NameKey)
            .Take(MostCarers)
            .ToListAsync(cancel);
        return [.. found.Where(both => both.Tie.MayBeToldOn(record.Today)).Select(both => both.Carer)];
    }
}
