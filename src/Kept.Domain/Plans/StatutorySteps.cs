using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>One thing that must happen around the annual review of an EHC plan, by whom and by when.</summary>
public sealed record StatutoryStep(LocalDate By, string What, string Source);

/// <summary>The steps around an annual review, counted in calendar weeks from its meeting (SEND Regulations 2014, regulations 18 to 22).</summary>
public static class StatutorySteps
{
    private static readonly (string Step, string What)[] AroundTheMeeting =
    [
        ("invitations", "The school invites the family, the local authority, health and social care"),
        ("advice", "The school sends round the advice and information it has gathered"),
        ("report", "The school sends its report to everyone invited"),
        ("decision", "The local authority says whether it keeps, amends or ends the plan"),
        ("final-plan", "If it is amended, the local authority issues the final plan")
    ];

    /// <param name="yearGroup">Decides whether the next move is near, by which the plan must be amended.</param>
    public static IReadOnlyList<StatutoryStep> Of(EhcpSummary ehcp, string yearGroup, Nation nation, LocalDate today)
    {
        var terms = PlanTerms.Of(nation, ehcp.MeetingOn ?? today);
        var steps = new List<StatutoryStep>();
        if ((ehcp.LastReviewOn ?? ehcp.IssuedOn) is { } counted && terms.Count("annual-review", counted) is { } yearly)
        {
            steps.Add(new StatutoryStep(yearly, "The annual review is held and completed", terms.SourceOf("annual-review")));
        }

        if (ehcp.MeetingOn is { } meeting)
        {
            steps.AddRange(
                from step in AroundTheMeeting
                let last = terms.Count(step.Step, meeting)
                where last is not null
                select new StatutoryStep(last.Value, step.What, terms.SourceOf(step.Step)));
        }

        if (TransferOf(yearGroup) is { } transfer && terms.Count(transfer, EndOfYear(today)) is { } before)
        {
            steps.Add(new StatutoryStep(before, "The plan is reviewed and amended for the move in September", terms.SourceOf(transfer)));
        }

        return [.. steps.OrderBy(s => s.By)];
    }

    /// <summary>The last years of nursery, of primary school and of secondary school in most places.</summary>
    private static string? TransferOf(string yearGroup) => yearGroup switch
    {
        "N2" or "6" => "phase-transfer",
        "11" => "post-16-transfer",
        _ => null
    };

    /// <summary>The calendar year in which this school year ends.</summary>
    private static LocalDate EndOfYear(LocalDate today) => new(today.Month >= 9 ? today.Year + 1 : today.Year, 8, 31);
}
