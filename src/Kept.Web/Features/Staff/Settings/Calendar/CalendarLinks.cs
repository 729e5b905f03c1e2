using Kept.Domain;
using Kept.Domain.Schools;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>Where the calendar's pages are.</summary>
public static class CalendarLinks
{
    public static string Year(AcademicYear year) => $"/settings/calendar?year={year.Starts}";

    public static string Add(AcademicYear year) => $"/settings/calendar/add?year={year.Starts}";

    public static string Change(Id<CalendarEntry> entry, AcademicYear year) => $"/settings/calendar/add?year={year.Starts}&instead={entry}";

    public static string Import(AcademicYear year) => $"/settings/calendar/import?year={year.Starts}";

    /// <summary>The import page, filled in with this year's shape carried to the next.</summary>
    public static string CopyForward(AcademicYear from) => $"/settings/calendar/import?year={from.Next.Starts}&copy=true";
}
