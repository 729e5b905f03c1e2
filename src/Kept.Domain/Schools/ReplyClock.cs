using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>
/// When a contact must be acknowledged (rule 11). One that arrives on a non-working day, or after closing time, counts as
/// received on the next working day; at exactly closing time it is still the same day. Day 1 is the working day after receipt.
/// </summary>
public static class ReplyClock
{
    /// <summary>The working day that counts as the day of receipt; null where the calendar does not reach that far.</summary>
    public static LocalDate? ReceivedOn(LocalDateTime arrived, SchoolCalendar calendar, LocalTime closesAt) =>
        calendar.IsWorkingDay(arrived.Date) && arrived.TimeOfDay <= closesAt
            ? arrived.Date
            : calendar.NextWorkingDay(arrived.Date);

    /// <summary>The last day on which an acknowledgement is in time; null where the calendar does not reach that far.</summary>
    public static LocalDate? AcknowledgeBy(LocalDateTime arrived, SchoolCalendar calendar, LocalTime closesAt, int workingDays)
    {
        var day = ReceivedOn(arrived, calendar, closesAt);
        for (var i = 0; i < workingDays && day is not null; i++)
        {
            day = calendar.NextWorkingDay(day.Value);
        }

        return day;
    }

    /// <summary>Working days from today up to and with the deadline: 0 on the last day, below 0 when it is missed.</summary>
    public static int WorkingDaysLeft(LocalDate today, LocalDate deadline, SchoolCalendar calendar) =>
        today <= deadline ? calendar.WorkingDaysBetween(today, deadline) : -calendar.WorkingDaysBetween(deadline, today);
}
