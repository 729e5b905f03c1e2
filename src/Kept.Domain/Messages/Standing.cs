using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>How a thread stands: whose turn it is and by when, from its messages and the school's calendar alone. Opening it changes nothing (rule 13).</summary>
/// <param name="IsClosed">The school said what came of it.</param>
/// <param name="WaitingSince">When the family wrote the first message that has had no answer; null where every one has.</param>
public sealed record Standing(bool IsClosed, Instant? WaitingSince)
{
    public Turn Turn => IsClosed ? Turn.Nobody : WaitingSince is null ? Turn.Family : Turn.School;

    /// <summary>A second message before the answer does not give the school more time.</summary>
    public static Standing Of(MessageThread thread, IEnumerable<Message> messages) => new(
        thread.IsClosed,
        messages.OrderByDescending(m => m.Number).TakeWhile(m => m.IsFromFamily).LastOrDefault()?.At);

    /// <summary>The day that the school has promised, by the same clock as every enquiry (rule 11); null where nobody waits for it.</summary>
    public LocalDate? AnswerBy(SchoolCalendar calendar, School school) =>
        Turn is Turn.School ? PromisedFor(WaitingSince!.Value.InZone(School.Zone).LocalDateTime, calendar, school) : null;

    public bool IsLateOn(LocalDate today, SchoolCalendar calendar, School school) => AnswerBy(calendar, school) < today;

    /// <summary>By when the school answers what is written at this moment.</summary>
    public static LocalDate? PromisedFor(LocalDateTime arrived, SchoolCalendar calendar, School school) =>
        ReplyClock.AcknowledgeBy(arrived, calendar, school.ClosesAt, school.AcknowledgeWithinWorkingDays);

    /// <summary>The day on which the school is back; null while it is open, and where its calendar does not reach that far.</summary>
    public static LocalDate? BackOn(LocalDateTime now, SchoolCalendar calendar, School school) =>
        ReplyClock.ReceivedOn(now, calendar, school.ClosesAt) is { } day && day != now.Date ? day : null;
}
