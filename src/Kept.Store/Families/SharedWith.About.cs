using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Families;

/// <summary>Finds what something new is about, so that a letter says that and nothing else.</summary>
public sealed partial class SharedWith
{
    /// <summary>The promises that were agreed in these conversations, or to which one of these changes came.</summary>
    public async Task<IReadOnlySet<Id<AgreedAction>>> PromisesOfAsync(IEnumerable<Id<LogEntry>> entries, IReadOnlyCollection<Id<ActionChange>> changes, CancellationToken cancel)
    {
        var (agreedIn, changed) = (entries.Select(id => (Id<LogEntry>?)id).ToList(), record.ActionChanges.Where(c => c.PupilId == pupil && changes.Contains(c.Id)));
        var found = await Actions.Where(a => agreedIn.Contains(a.EntryId) || changed.Any(c => c.ActionId == a.Id))
            .OrderBy(a => a.Id).Take(MostAgreements * times).Select(a => a.Id).ToListAsync(cancel);
        return found.ToHashSet();
    }

    /// <summary>The plans of which these are versions.</summary>
    public async Task<IReadOnlySet<Id<SupportPlan>>> PlansOfAsync(IReadOnlyCollection<Id<PlanVersion>> versions, CancellationToken cancel)
    {
        var theirs = record.Plans.Where(p => p.PupilId == pupil);
        var found = await record.PlanVersions.Where(v => versions.Contains(v.Id) && theirs.Any(p => p.Id == v.PlanId))
            .OrderBy(v => v.Id).Take(MostAgreements * times).Select(v => v.PlanId).ToListAsync(cancel);
        return found.ToHashSet();
    }
}
