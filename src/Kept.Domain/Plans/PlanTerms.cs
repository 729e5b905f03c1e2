using System.Globalization;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Plans;

/// <summary>
/// The lengths and days that law or policy gives for plans, by nation and by the day from which they hold. A change of the law is a new
/// row of the list with its own first day; what was counted before stays as it was.
/// </summary>
public sealed class PlanTerms
{
    private static readonly Lazy<IReadOnlyList<Row>> Rows = new(() => [.. Embedded.Rows("PlanTerms.csv").Select(Read)]);
    private static readonly AnnualDatePattern MonthAndDay = AnnualDatePattern.CreateWithInvariantCulture("MM'-'dd");

    private readonly IReadOnlyDictionary<string, Row> inForce;

    private PlanTerms(IReadOnlyDictionary<string, Row> inForce) => this.inForce = inForce;

    public static PlanTerms Of(Nation nation, LocalDate on) => new(
        Rows.Value.Where(row => row.Nation == nation && row.From <= on).GroupBy(row => row.Step)
            .ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.From)!));

    /// <summary>The last day on which a plan from this day on may be reviewed.</summary>
    public LocalDate LatestReview(LocalDate from) => Count("plan-review", from) ?? from.PlusYears(1);

    /// <summary>The day that a step falls on; null where this nation has no such step.</summary>
    public LocalDate? Count(string step, LocalDate from) => inForce.GetValueOrDefault(step) switch
    {
        { Unit: "months" } row => from.PlusMonths(Number(row)),
        { Unit: "days" } row => from.PlusDays(Number(row)),
        { Unit: "day" } row => MonthAndDay.Parse(row.Amount).Value.InYear(from.Year),
        _ => null
    };

    /// <summary>"Code of Practice 9.176".</summary>
    public string SourceOf(string step) => inForce[step].Source;

    private static int Number(Row row) => int.Parse(row.Amount, CultureInfo.InvariantCulture);

    private static Row Read(string[] cells) =>
        new(Enum.Parse<Nation>(cells[0]), LocalDatePattern.Iso.Parse(cells[1]).Value, cells[2], cells[3], cells[4], cells[5]);

    private sealed record Row(Nation Nation, LocalDate From, string Step, string Amount, string Unit, string Source);
}
