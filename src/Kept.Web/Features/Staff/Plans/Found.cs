using Kept.Domain.Plans;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>What a review found, in one line.</summary>
internal static class Found
{
    /// <summary>"1 of 3 outcomes achieved, 1 partly. 2 of 2 provisions helped."</summary>
    public static string InWords(PlanFindings findings)
    {
        var (achieved, partly) = (findings.Outcomes.Count(o => o.Achieved is Achieved.Yes), findings.Outcomes.Count(o => o.Achieved is Achieved.Partly));
        var helped = findings.Provisions.Count(p => p.Helped is Helped.Yes);
        return $"{achieved} of {Count(findings.Outcomes.Count, "outcome")} achieved{(partly > 0 ? $", {partly} partly" : "")}. {helped} of {Count(findings.Provisions.Count, "provision")} helped.";
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
