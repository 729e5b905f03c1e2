using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>The plans of one child for one carer, and what this carer says of their parts.</summary>
/// <param name="record">Held to what is shared with the family of this child.</param>
/// <param name="said">Where what this carer said is read: staff read it as staff, or not at all.</param>
internal sealed class PlansShared(VisibleRecord record, VisibleRecord said, Id<Person> carer, Id<Pupil> pupil)
{
    private const int MostViews = 500;

    /// <summary>A plan that is not published yet is not there.</summary>
    public async Task<IReadOnlyList<PlanWhole>> AllAsync(CancellationToken cancel)
    {
        var rows = await (
            from p in record.Plans.AsNoTracking()
            where p.PupilId == pupil
            join v in record.PlanVersions.AsNoTracking() on new { PlanId = p.Id, Number = p.Current } equals new { v.PlanId, v.Number }
            orderby p.Kind
            select new
            {
                Plan = p,
                Version = v,
                Before = record.PlanVersions.Where(b => b.PlanId == p.Id && b.Number == p.Current - 1).Select(b => b.Content).FirstOrDefault(),
                By = record.Names.Where(n => n.Id == v.PublishedById).Select(n => ((n.Title ?? "") + " " + n.GivenName + " " + n.FamilyName).Trim()).FirstOrDefault() ?? ""
            })
            .Take(Enum.GetValues<PlanKind>().Length)
            .ToListAsync(cancel);
        var own = (await Own.AsNoTracking().Where(v => v.ReplacedAt == null).OrderByDescending(v => v.At).Take(MostViews).ToListAsync(cancel)).ToLookup(v => v.PlanId);
        return [.. rows.Select(row =>
            new PlanWhole(row.Plan.Id, row.Plan.Kind, row.Version.Number, row.Plan.ReviewOn, row.Version.PublishedAt, row.By, row.Version.Reason, row.Version.Content, row.Before)
            {
                Own = [.. own[row.Plan.Id]]
            })];
    }

    /// <summary>Every view that this carer has given, the earliest first.</summary>
    public async Task<IReadOnlyList<PlanView>> EverySaidAsync(CancellationToken cancel) =>
        await Own.AsNoTracking().OrderBy(v => v.At).ThenBy(v => v.Turn).Take(MostViews).ToListAsync(cancel);

    /// <summary>Takes this carer's view. Null where there is no such plan; the same one again where a button was pressed twice.</summary>
    public async Task<Result<PlanView>?> GiveAsync(PlanSaid given, Instant now, CancellationToken cancel)
    {
        if (await record.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == given.PlanId && p.PupilId == pupil, cancel) is not { } plan
            || await record.PlanVersions.AsNoTracking().FirstOrDefaultAsync(v => v.PlanId == plan.Id && v.Number == plan.Current, cancel) is not { } inForce)
        {
            return null;
        }

        var last = await Own.Where(v => v.PlanId == plan.Id && v.Part == given.Part).OrderByDescending(v => v.Turn).FirstOrDefaultAsync(cancel);
        if (last is not null && (last.Number, last.Agrees, last.Words) == (given.Read, given.Agrees, given.Agrees is true ? null : Text.TidyLines(given.Words)))
        {
            return last;
        }

        if (!PlanView.Give(plan, inForce, given.Read, given.Part, last, carer, given.Agrees, given.Words, given.Language, now).Allowed(out var view, out var refusal))
        {
            return refusal;
        }

        record.Add(view);
        return await record.SaveAsync(new PlanViewGiven(pupil, view.Id), cancel) is { } meanwhile ? meanwhile : view;
    }

    private IQueryable<PlanView> Own => said.PlanViews.Where(v => v.PupilId == pupil && v.CarerId == carer);
}

/// <summary>What a carer says of a part, as it came from the page.</summary>
/// <param name="Read">The version that they had before them.</param>
public sealed record PlanSaid(Id<SupportPlan> PlanId, int Read, string? Part, bool? Agrees, string? Words, string Language);
