using System.Globalization;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>Days as the school says them.</summary>
public static class Days
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Fri 8 May"; with the year when it is another.</summary>
    public static string Brief(LocalDate day, LocalDate today) =>
        day.ToString(day.Year == today.Year ? "ddd d MMM" : "d MMM yyyy", British);

    /// <summary>"25 April"; with the year when it is another.</summary>
    public static string Plain(LocalDate day, LocalDate today) =>
        day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", British);

    /// <summary>"Tuesday 5 May".</summary>
    public static string Spoken(LocalDate day) => day.ToString("dddd d MMMM", British);

    /// <summary>"Tuesday 5 May 2026".</summary>
    public static string Full(LocalDate day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>"May 2026".</summary>
    public static string Month(YearMonth month) => month.OnDayOfMonth(1).ToString("MMMM yyyy", British);

    /// <summary>"3.30pm".</summary>
    public static string Time(LocalTime time) =>
        time.ToString(time.Minute == 0 ? "htt" : "h.mmtt", British).ToLowerInvariant();

    /// <summary>"Tue 5 May, 3.30pm".</summary>
    public static string DayAndTime(LocalDate day, LocalTime time, LocalDate today) => $"{Brief(day, today)}, {Time(time)}";

    /// <summary>"3 days late", "Today", "Tomorrow", "Fri 8 May".</summary>
    public static string Due(LocalDate day, LocalDate today)
    {
        var days = Period.DaysBetween(day, today);
        return days switch
        {
            1 => "1 day late",
            > 1 => $"{days} days late",
            0 => "Today",
            -1 => "Tomorrow",
            _ => Brief(day, today)
        };
    }
}
