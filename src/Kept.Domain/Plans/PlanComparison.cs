namespace Kept.Domain.Plans;

/// <summary>One part of a plan as it was and as it is; null where it was not there.</summary>
public sealed record PlanDifference(string Title, string? Before, string? After)
{
    public bool IsChanged => Before != After;
}

/// <summary>Any two versions of a plan, part beside part.</summary>
public static class PlanComparison
{
    public static IReadOnlyList<PlanDifference> Of(PlanContent before, PlanContent after)
    {
        var (old, now) = (PlanParts.Of(before), PlanParts.Of(after));
        var gone = old.Where(was => now.All(part => part.Key != was.Key)).Select(was => (was.Place, Difference: new PlanDifference(was.Title, was.Text, null)));
        return
        [
            .. now.Select(part => (part.Place, Difference: new PlanDifference(part.Title, old.FirstOrDefault(was => was.Key == part.Key)?.Text, part.Text)))
                .Concat(gone)
                .OrderBy(pair => pair.Place)
                .Select(pair => pair.Difference)
        ];
    }
}
