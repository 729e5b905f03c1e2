using System.Globalization;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Pupils;

/// <summary>
/// Until when somebody is of compulsory school age, by nation and by when they turn sixteen. A change of the law is a set of new rows with their own first day. In
/// England the rights of the Children and Families Act 2014 part 3 are the young person’s own from then (s.83(2); Code of Practice 8.13). The other nations’ rows give
/// the day alone: that the record asks there who decides is Kept’s rule 15, and no word on their law of support.
/// </summary>
public static class CompulsorySchoolAge
{
    private const int Age = 16;
    private const string LastFridayIn = "last-friday-";

    private static readonly Lazy<ILookup<Nation, Row>> Rows = new(() => Embedded.Rows("SchoolLeaving.csv").Select(Read).ToLookup(row => row.Nation));
    private static readonly AnnualDatePattern MonthAndDay = AnnualDatePattern.CreateWithInvariantCulture("MM'-'dd");

    public static LocalDate EndsOn(LocalDate born, Nation nation)
    {
        var birthday = born.PlusYears(Age);
        var row = InForce(nation, birthday).Where(row => row.BirthdaysFrom.InYear(birthday.Year) <= birthday).MaxBy(row => row.BirthdaysFrom)!;
        return row.EndsIn(birthday.Year + row.YearsLater);
    }

    /// <summary>Whoever was born on this day or before is over it, on a day: the other way round, for a database to ask by.</summary>
    public static LocalDate BornBy(LocalDate day, Nation nation)
    {
        // Who was born later is never over it earlier. So it is the last birthday before those of some row begin.
        return Enumerable.Range(day.Year - 2, 4)
            .SelectMany(year => InForce(nation, new LocalDate(year, 1, 1)).Select(row => row.BirthdaysFrom.InYear(year).PlusYears(-Age).PlusDays(-1)))
            .Where(born => EndsOn(born, nation) < day)
            .Max();
    }

    /// <summary>The law by which the day is found.</summary>
    public static string SourceFor(LocalDate born, Nation nation) => InForce(nation, born.PlusYears(Age)).First().Source;

    /// <summary>For whoever turns sixteen on a day. The oldest rows hold for all who did before them.</summary>
    private static IEnumerable<Row> InForce(Nation nation, LocalDate birthday)
    {
        var all = Rows.Value[nation];
        var from = all.Where(row => row.From <= birthday).Select(row => row.From).DefaultIfEmpty(all.Min(row => row.From)).Max();
        return all.Where(row => row.From == from);
    }

    private static Row Read(string[] cells) => new(
        Enum.Parse<Nation>(cells[0]), LocalDatePattern.Iso.Parse(cells[1]).Value, MonthAndDay.Parse(cells[2]).Value, int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5]);

    /// <param name="BirthdaysFrom">The sixteenth birthdays from this day of a year until those of the next row.</param>
    /// <param name="YearsLater">The year of the end, counted from that of the birthday.</param>
    /// <param name="Ends">"05-31", "last-friday-06".</param>
    private sealed record Row(Nation Nation, LocalDate From, AnnualDate BirthdaysFrom, int YearsLater, string Ends, string Source)
    {
        public LocalDate EndsIn(int year) => Ends.StartsWith(LastFridayIn, StringComparison.Ordinal)
            ? new LocalDate(year, int.Parse(Ends[LastFridayIn.Length..], CultureInfo.InvariantCulture), 1).With(DateAdjusters.EndOfMonth).PlusDays(1).With(DateAdjusters.Previous(IsoDayOfWeek.Friday))
            : MonthAndDay.Parse(Ends).Value.InYear(year);
    }
}
