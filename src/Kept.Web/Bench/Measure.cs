using System.Text.Json.Serialization;

namespace Kept.Web.Bench;

/// <summary>One row of the budgets (design section 7): what it may be and what it was.</summary>
internal sealed record Measure(string Name, string What)
{
    /// <summary>"ratio" holds on any machine; "count" is exact; "guide" is an absolute figure of this machine.</summary>
    public string Kind { get; init; } = "ratio";

    public double? Budget { get; init; }

    public double? Measured { get; init; }

    public string? Unit { get; init; }

    public bool? Met { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Detail { get; init; }

    /// <summary>Why it could not be measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skipped { get; init; }

    public Measure AtMost(double budget, double measured) => this with { Budget = budget, Measured = Math.Round(measured, 3), Met = measured <= budget };

    public Measure AtLeast(double budget, double measured) => this with { Budget = budget, Measured = Math.Round(measured, 3), Met = measured >= budget };
}
