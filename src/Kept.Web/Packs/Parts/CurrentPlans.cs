using Kept.Domain;
using Kept.Domain.Packs;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Packs.Parts;

/// <summary>The plans in force, whole: what is agreed now stands before how it came to this.</summary>
internal sealed class CurrentPlans : IPackPart
{
    private static readonly int MostPlans = Enum.GetValues<PlanKind>().Length;

    public string Key => "plan";

    public string Title => "Current plan";

    public string Empty => "No plan is in force.";

    public bool ComesFirst => true;

    public async Task<IReadOnlyList<PackItem>> ItemsAsync(VisibleRecord record, Id<Pupil> pupil, PackScope scope, CancellationToken cancel)
    {
        var plans = await record.Plans.AsNoTracking()
            .Where(p => p.PupilId == pupil && p.Current > 0)
            .Join(record.PlanVersions, p => new { p.Id, Number = p.Current }, v => new { Id = v.PlanId, v.Number }, (p, v) => new { p.Kind, p.ReviewOn, Version = v })
            .OrderBy(both => both.Kind)
            .Take(MostPlans)
            .ToListAsync(cancel);
        return
        [
            .. plans.Select(both => new PackItem(
                $"{both.Kind.InWords()}, version {both.Version.Number}",
                [
                    .. PlanParts.Of(both.Version.Content).Where(part => part.Key is not "review").Select(part => new PackFact(part.Title, part.Text)),
                    .. both.ReviewOn is { } review ? [new PackFact("Next review", review.InWords())] : Array.Empty<PackFact>()
                ]))
        ];
    }
}
