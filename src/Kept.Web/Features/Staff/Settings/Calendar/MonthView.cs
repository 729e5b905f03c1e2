using System.Globalization;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>What a day is, in one word and one letter: colour only repeats them.</summary>
public enum DayKind
{
    SchoolDay,
    Weekend,
    Holiday,
    HalfTerm,
    Inset,
    Closure,
    BankHoliday
}

public static class DayKinds
{
    /// <summary>The kinds that the key beside the months explains.</summary>
    public static IReadOnlyList<DayKind> Explained { get; } =
        [DayKind.SchoolDay, DayKind.Inset, DayKind.HalfTerm, DayKind.BankHoliday, DayKind.Closure, DayKind.Holiday];

    /// <summary>Beside the number; empty where the day has nothing to say.</summary>
    public static string Letter(this DayKind kind) => kind switch
    {
        DayKind.HalfTerm => "H",
        DayKind.Inset => "I",
        DayKind.Closure => "C",
        DayKind.BankHoliday => "B",
        DayKind.Holiday => "–",
        _ => ""
    };

    public static string InWords(this DayKind kind) => kind switch
    {
        DayKind.SchoolDay => "School day",
        DayKind.HalfTerm => "Half-term",
        DayKind.Inset => "INSET day",
        DayKind.Closure => "Closed",
        DayKind.BankHoliday => "Bank holiday",
        DayKind.Holiday => "Not in a term",
        _ => "Weekend"
    };

    public static string Css(this DayKind kind) => kind switch
    {
        DayKind.SchoolDay => "in-school",
        DayKind.HalfTerm => "half-term",
        DayKind.Inset => "inset",
        DayKind.Closure => "closure",
        DayKind.BankHoliday => "bank-holiday",
        _ => "off"
    };
}

/// <summary>One month: weeks of seven days, Monday first; a day of another month is null.</summary>
public sealed class MonthView(LocalDate first, Func<LocalDate, DayKind> kindOf, LocalDate today)
{
    public string Name => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public IReadOnlyList<IReadOnlyList<DayView?>> Weeks
    {
        get
        {
            var before = (int)first.DayOfWeek - 1;
            var days = first.Calendar.GetDaysInMonth(first.Year, first.Month);
            var cells = Enumerable.Range(0, ((before + days + 6) / 7) * 7).Select(at => Day(at - before + 1, days));
            return [.. cells.Chunk(7)];
        }
    }

    private DayView? Day(int number, int days)
    {
        if (number < 1 || number > days)
        {
            return null;
        }

        var date = first.PlusDays(number - 1);
        return new DayView(number, kindOf(date), date == today);
    }
}

public sealed record DayView(int Number, DayKind Kind, bool IsToday);
