using Kept.Domain.Coach;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Tests.Coach;

/// <summary>The small school that the corpus lines are about.</summary>
internal static class SampleSchool
{
    public static IReadOnlyList<RosterPerson> People { get; } = [.. Lines("people.csv").Skip(1).Select(Person)];

    public static SchoolCalendar Calendar { get; } = new(Lines("calendar.csv").Skip(1).Select(Period));

    public static CoachContext On(string day, string? pupilClass = null, string? speaker = null) =>
        new(Day(day), Calendar, People, pupilClass, speaker);

    public static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(SampleSchool).Assembly.GetManifestResourceStream("Coach/" + name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static RosterPerson Person(string line)
    {
        var cells = line.Split(',');
        return new RosterPerson(
            Reference: cells[1],
            Enum.Parse<OwnerKind>(cells[0], ignoreCase: true),
            cells[1],
            cells[2].Length == 0 ? null : cells[2],
            [cells[3]],
            cells[4].Length == 0 ? [] : [cells[4]]);
    }

    private static CalendarPeriod Period(string line)
    {
        var cells = line.Split(',');
        return new CalendarPeriod(
            Enum.Parse<PeriodKind>(cells[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Day(cells[1]),
            Day(cells[2]),
            cells[3]);
    }
}
