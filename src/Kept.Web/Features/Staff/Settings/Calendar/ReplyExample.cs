using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Web.Access;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>What the reply clock makes of the calendar, said of one message that could arrive today.</summary>
/// <param name="Sentence">"A message that arrives today at 3pm must be acknowledged by Thursday 26 November".</param>
/// <param name="Why">Which day counts as the day of receipt, where that is not today; null where it is.</param>
public sealed record ReplyExample(string Sentence, string? Why)
{
    private static readonly LocalTime Afternoon = new(15, 0);

    public static ReplyExample Of(SchoolDay day)
    {
        var school = day.School;
        var arrives = day.Today.At(Afternoon);
        var received = ReplyClock.ReceivedOn(arrives, day.Calendar, school.ClosesAt);
        var by = ReplyClock.AcknowledgeBy(arrives, day.Calendar, school.ClosesAt, school.AcknowledgeWithinWorkingDays);
        if (received is null || by is null)
        {
            return new ReplyExample(
                "Kept cannot say by when a message that arrives today must be acknowledged.",
                "The calendar does not reach far enough: add the next term.");
        }

        var why = received == day.Today
            ? null
            : $"The school does not work then, so it counts as received on {received.Value.InWordsWithWeekday()}.";
        return new ReplyExample($"A message that arrives today at 3pm must be acknowledged by {by.Value.InWordsWithWeekday()}.", why);
    }
}
