using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Plans;

public enum OutcomeTerm
{
    /// <summary>By the next review, unless it has a day of its own.</summary>
    ShortTerm,

    /// <summary>By the end of a year or a key stage.</summary>
    LongTerm
}

/// <summary>What will be different for the child, so that anybody could see that it is.</summary>
/// <param name="Id">The same in every version, so that reviews and comparisons know it again.</param>
/// <param name="By">Null for the plan's own review date.</param>
public sealed record PlanOutcome(Id<PlanOutcome> Id, OutcomeTerm Term, string What, LocalDate? By = null);

/// <summary>What is given that is additional or different: a line of the provision map (Code of Practice 6.76).</summary>
/// <param name="Id">The same in every version.</param>
/// <param name="Who">Who gives it, in words: "Mr Wrona", "speech and language therapist".</param>
/// <param name="HowOften">"Daily", "three times a week".</param>
/// <param name="HowLong">"20 minutes".</param>
/// <param name="GroupSize">"One to one", "group of 4".</param>
/// <param name="Starts">Null for the day from which the plan holds.</param>
/// <param name="Ends">Null for the plan's own review date.</param>
public sealed record PlanProvision(
    Id<PlanProvision> Id, string What, string Who, string HowOften, string? HowLong = null, string? GroupSize = null, LocalDate? Starts = null, LocalDate? Ends = null)
{
    /// <summary>"Daily, 20 minutes, group of 4".</summary>
    public string Amount => string.Join(", ", new[] { HowOften, HowLong, GroupSize }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>The one person who sees that the plan happens, by the name they had when it was published.</summary>
public sealed record PlanLead(Id<Person> Id, string Name);
