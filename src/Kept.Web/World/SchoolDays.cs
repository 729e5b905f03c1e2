using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Days on which the school is in. Beyond the terms that it has entered, any weekday serves.</summary>
internal static class SchoolDays
{
    public static LocalDate OnOrAfter(this SchoolCalendar calendar, LocalDate day) => calendar.After(day.PlusDays(-1), 1);

    public static LocalDate OnOrBefore(this SchoolCalendar calendar, LocalDate day) => calendar.Before(day.PlusDays(1), 1);

    public static LocalDate After(this SchoolCalendar calendar, LocalDate day, int schoolDays)
    {
        for (; schoolDays > 0; schoolDays--)
        {
            day = calendar.NextSchoolDay(day) ?? Weekday(day, 1);
        }

        return day;
    }

    public static LocalDate Before(this SchoolCalendar calendar, LocalDate day, int schoolDays)
    {
        for (; schoolDays > 0; schoolDays--)
        {
            day = calendar.LastSchoolDay(day) ?? Weekday(day, -1);
        }

        return day;
    }

    private static LocalDate Weekday(LocalDate day, int step)
    {
        do
        {
            day = day.PlusDays(step);
        }
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

        return day;
    }
}
