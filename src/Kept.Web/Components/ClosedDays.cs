using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>A day on which nobody is in is taken, and said (rule 2).</summary>
public static class ClosedDays
{
    /// <summary>Offers the next day that is not; null where the school is open, or has not said.</summary>
    public static string? Advice(SchoolCalendar calendar, LocalDate? chosen) =>
        chosen is { } on && calendar.Knows(on) && calendar.IsClosed(on) && calendar.NextSchoolDay(on) is { } next
            ? $"The school is closed on {Days.Spoken(on)}. The next school day is {Days.Spoken(next)}"
            : null;
}
