using System.Globalization;
using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Web.World;

/// <summary>A plan as the file of plans tells it: a first version, a review perhaps, and what a second version changes.</summary>
internal sealed class PlanTold(IReadOnlyList<string> lines)
{
    public static IReadOnlyList<PlanTold> All { get; } = [.. WordList.Blocks("plans.txt").Select(lines => new PlanTold(lines))];

    public string School => Line("school")!;

    public string Child => Line("child")!;

    public PlanKind Kind => Line("kind") switch
    {
        "individual" => PlanKind.Individual,
        "ehcp" => PlanKind.Ehcp,
        _ => PlanKind.SenSupport
    };

    /// <summary>School days before today.</summary>
    public int First => Number("first")!.Value;

    public int? Review => Number("review");

    public int? Then => Number("then");

    public string? Why => Line("why");

    /// <summary>Words of the entry that led to the second version, or "review".</summary>
    public string? Because => Line("because");

    /// <param name="named">Who plays a part: "ta".</param>
    public PlanContent Content(Func<string, string> named, PlanLead lead, IReadOnlyList<string> needs, LocalDate from, LocalDate reviewOn, LocalDate today) => new()
    {
        Layer = Line("layer") is "targeted-plus" ? PlanLayer.TargetedPlus : null,
        Strengths = Line("strengths"),
        Matters = Line("matters"),
        ChildView = Line("child-view"),
        FamilyView = Line("family-view"),
        Needs = SenNeeds.InOrder(needs),
        Barriers = Line("barriers"),
        Outcomes = [.. Every("outcome").Select(Outcome)],
        Provisions = [.. Every("give").Select(line => Provision(line, named))],
        Strategies = [.. Every("do")],
        Lead = lead,
        FamilyPart = Line("family-part"),
        ChildPart = Line("child-part"),
        AssessedOn = from.PlusDays(-6),
        From = from,
        ReviewOn = reviewOn,
        Ehcp = Kind is not PlanKind.Ehcp ? null : new EhcpSummary
        {
            Authority = Line("authority"),
            IssuedOn = today.PlusDays(-Number("issued")!.Value),
            MeetingOn = today.PlusDays(-Number("meeting")!.Value),
            Sections = [.. Every("section").Select(line => new EhcpSection(Cells(line)[0], Cells(line)[1]))]
        }
    };

    public PlanFindings Findings(PlanContent reviewed) => new()
    {
        Outcomes = [.. reviewed.Outcomes.Zip(Every("found"), (o, line) => new OutcomeFinding(o.Id, Cells(line)[0] switch { "yes" => Achieved.Yes, "partly" => Achieved.Partly, _ => Achieved.NotYet }, Cells(line)[1]))],
        Provisions = [.. reviewed.Provisions.Zip(Every("helped"), (p, line) => new ProvisionFinding(p.Id, Cells(line)[0] is "yes" ? Helped.Yes : Helped.Partly, Cells(line)[1]))],
        ChildView = Line("review-child"),
        FamilyView = Line("review-family")
    };

    /// <summary>The second version of what the first said.</summary>
    public PlanContent Changed(PlanContent was, Func<string, string> named)
    {
        var (outcomes, provisions) = (was.Outcomes.ToList(), was.Provisions.ToList());
        foreach (var cells in Every("then-outcome").Select(Cells))
        {
            var at = int.Parse(cells[0], CultureInfo.InvariantCulture) - 1;
            outcomes[at] = outcomes[at] with { What = cells[1] };
        }

        foreach (var line in Every("then-give"))
        {
            if (int.TryParse(Cells(line)[0], CultureInfo.InvariantCulture, out var number))
            {
                provisions[number - 1] = Provision(line[(line.IndexOf('|', StringComparison.Ordinal) + 1)..], named) with { Id = provisions[number - 1].Id };
            }
            else
            {
                provisions.Add(Provision(line, named));
            }
        }

        return was with { Outcomes = outcomes, Provisions = provisions, Strategies = [.. was.Strategies, .. Every("then-do")] };
    }

    /// <summary>What the family says of the plan as it is by then.</summary>
    public IEnumerable<ViewTold> Views => Every("says").Select(Cells).Select(cells =>
        new ViewTold(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2], cells[3].Length == 0 ? null : cells[3], cells[4].Length == 0 ? null : cells[4]));

    private static PlanOutcome Outcome(string line) =>
        new(Id<PlanOutcome>.New(), Cells(line)[0] is "long" ? OutcomeTerm.LongTerm : OutcomeTerm.ShortTerm, Cells(line)[1]);

    private static PlanProvision Provision(string line, Func<string, string> named)
    {
        var cells = Cells(line);
        return new PlanProvision(Id<PlanProvision>.New(), cells[0], named(cells[1]), cells[2], cells[3], cells[4]);
    }

    private static string[] Cells(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    private IEnumerable<string> Every(string key) => lines.Where(l => l.StartsWith(key + ": ", StringComparison.Ordinal)).Select(l => l[(key.Length + 2)..]);

    private string? Line(string key) => Every(key).FirstOrDefault();

    private int? Number(string key) => Line(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

/// <param name="Day">School days before today.</param>
/// <param name="Carer">"mother".</param>
/// <param name="Part">The key of the part; "outcome 1" for the first.</param>
/// <param name="Words">Null where they agree.</param>
internal sealed record ViewTold(int Day, string Carer, string Part, string? Words, string? Answer);
