using NodaTime;

namespace Kept.Domain.Pupils;

/// <summary>
/// Until when a child is one before the law of SEND: over compulsory school age, the rights of the Children and Families Act 2014 part 3 are the young
/// person’s own (s.83(2); Code of Practice 8.13).
/// </summary>
public static class CompulsorySchoolAge
{
    /// <summary>Years after birth in whose school year it ends in England (Education Act 1996 s.8, Education (School Leaving Date) Order 1997).</summary>
    public const int England = 16;

    private const int June = 6;
    private const int FirstMonth = 9;

    /// <summary>The last Friday in June of the school year, September to August, in which they turn sixteen.</summary>
    public static LocalDate EndsOn(LocalDate born, int age = England)
    {
        var birthday = born.PlusYears(age);
        var year = birthday.Month >= FirstMonth ? birthday.Year + 1 : birthday.Year;
        return new LocalDate(year, June, 1).With(DateAdjusters.EndOfMonth).PlusDays(1).With(DateAdjusters.Previous(IsoDayOfWeek.Friday));
    }

    /// <summary>Whoever was born on this day or before is over it, on a day: the other way round, for a database to ask by.</summary>
    public static LocalDate BornBy(LocalDate day, int age = England)
    {
        var year = EndsOn(new LocalDate(day.Year - age, FirstMonth - 1, 1)) < day ? day.Year : day.Year - 1;
        return new LocalDate(year - age, FirstMonth, 1).PlusDays(-1);
    }
}
