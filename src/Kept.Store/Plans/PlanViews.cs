using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Plans;

/// <summary>A carer's view as staff read it.</summary>
/// <param name="CarerKind">"mother"; null where the tie is not there any more.</param>
/// <param name="MayBeTold">Whether this carer may read an answer: a court may have said otherwise since.</param>
public sealed record PlanViewRow(PlanView View, string CarerName, string? CarerKind, string? AnsweredBy, bool MayBeTold)
{
    public string Carer => CarerKind is null ? CarerName : $"{CarerName}, {CarerKind}";

    public bool IsWaiting => View.IsWaiting && MayBeTold;
}

/// <summary>Reads what families say of plans, as the viewer may see it.</summary>
public static class PlanViews
{
    private const int Most = 400;

    /// <summary>
    /// Of one version, the latest first. With the version in force come those that still stand of an earlier one: publishing another version answers nobody.
    /// </summary>
    public static async Task<IReadOnlyList<PlanViewRow>> ViewsAsync(this VisibleRecord record, SupportPlan plan, int number, CancellationToken cancel)
    {
        var inForce = plan.Current == number;
        return await record.Rows(record.PlanViews
            .Where(v => v.PlanId == plan.Id && (v.Number == number || (inForce && v.ReplacedAt == null)))
            .OrderByDescending(v => v.At).ThenByDescending(v => v.Turn)
            .Take(Most)).ToListAsync(cancel);
    }

    /// <summary>Null where the viewer sees no such view.</summary>
    public static Task<PlanViewRow?> ViewAsync(this VisibleRecord record, Id<PlanView> id, CancellationToken cancel) =>
        record.Rows(record.PlanViews.Where(v => v.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>A pupil's plans of which something waits for an answer, once for each that waits.</summary>
    public static async Task<IReadOnlyList<Id<SupportPlan>>> WaitingViewsAsync(this VisibleRecord record, Id<Domain.Pupils.Pupil> pupil, CancellationToken cancel) =>
        [.. (await record.Rows(record.PlanViews
            .Where(v => v.PupilId == pupil && v.AnsweredAt == null && v.ReplacedAt == null && v.Words != null)
            .OrderByDescending(v => v.At)
            .Take(Most)).ToListAsync(cancel)).Where(row => row.IsWaiting).Select(row => row.View.PlanId)];

    private static IQueryable<PlanViewRow> Rows(this VisibleRecord record, IQueryable<PlanView> views)
    {
        var told = record.Relationships.Where(Relationship.ToldOn(record.Today));
        return views.AsNoTracking().Select(v => new PlanViewRow(
            v,
            record.Names.Where(n => n.Id == v.CarerId).Select(n => ((n.Title ?? "") + " " + n.GivenName + " " + n.FamilyName).Trim()).FirstOrDefault() ?? "",
            record.Relationships.Where(t => t.PupilId == v.PupilId && t.CarerId == v.CarerId).Select(t => t.Kind).FirstOrDefault(),
            record.Names.Where(n => n.Id == v.AnsweredById).Select(n => ((n.Title ?? "") + " " + n.GivenName + " " + n.FamilyName).Trim()).FirstOrDefault(),
            told.Any(t => t.PupilId == v.PupilId && t.CarerId == v.CarerId)));
    }
}
