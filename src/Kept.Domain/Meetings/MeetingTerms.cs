using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Meetings;

/// <summary>
/// How often to meet and the lengths around an annual review, as law and guidance have them from a day on. Kept as a dated list with its
/// sources and not in code, since each may change and no two nations agree.
/// </summary>
/// <param name="AYear">Meetings with the parents of a pupil on SEN support in a school year, at least (6.65).</param>
/// <param name="NoticeDays">Before the meeting: everybody is invited (9.176).</param>
/// <param name="AdviceDays">Before the meeting: what was gathered is sent round (regulation 20(4)).</param>
/// <param name="ReportDays">After it: the school's report to all who were invited.</param>
/// <param name="DecisionDays">After it: the local authority keeps, amends or ceases the plan (regulation 20(10)).</param>
/// <param name="FinalPlanDays">After it: the amended plan, where it amends.</param>
/// <param name="NextMonths">After it: the next review, at the latest.</param>
public sealed record MeetingTerms(
    LocalDate From, int AYear, int NoticeDays, int AdviceDays, int ReportDays, int DecisionDays, int FinalPlanDays, int NextMonths, string Source)
{
    private static readonly Lazy<IReadOnlyList<MeetingTerms>> Published = new(Read);

    /// <summary>Those in force on a day; before the first, the first.</summary>
    public static MeetingTerms On(LocalDate day) => Published.Value.LastOrDefault(t => t.From <= day) ?? Published.Value[0];

    /// <summary>England's; the other nations have no rows yet.</summary>
    private static List<MeetingTerms> Read() =>
        [.. Embedded.Rows("MeetingTerms.csv").Where(row => row[0] is "england").Select(row => new MeetingTerms(
            LocalDatePattern.Iso.Parse(row[1]).Value, Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6]), Number(row[7]), Number(row[8]), row[9]))
            .OrderBy(t => t.From)];

    private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
