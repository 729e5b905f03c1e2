using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>The interpreter for one carer at a meeting, with the names of whom it is for and of who said last what became of it.</summary>
public sealed record InterpreterRow(InterpreterRequest Request, string CarerName, string ChangedBy)
{
    public string Language => Languages.Of(Request.Language).EnglishName;
}

/// <summary>Who still has no interpreter, and what is known of it.</summary>
public static class Interpreters
{
    private const int Most = 40;

    /// <summary>Those of one meeting. To be changed.</summary>
    public static async Task<IReadOnlyList<InterpreterRow>> InterpretersAsync(this VisibleRecord record, Id<Meeting> meeting, CancellationToken cancel)
    {
        var rows = await record.PartsOfMeetings<InterpreterRequest>()
            .Where(r => r.MeetingId == meeting)
            .Join(record.Names, r => r.CarerId, p => p.Id, (r, p) => new { Request = r, Carer = p })
            .Join(record.Names, both => both.Request.ChangedById, p => p.Id, (both, p) => new { both.Request, both.Carer, By = p })
            .OrderBy(row => row.Request.AskedAt).ThenBy(row => row.Request.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new InterpreterRow(row.Request, row.Carer.Name, row.By.Name))];
    }

    /// <summary>
    /// Planned meetings of these days at which an invited carer has no interpreter yet: asked for and not booked, or needed and not asked for. What a carer asks for
    /// themselves is seen at once, however far off the day is.
    /// </summary>
    public static async Task<IReadOnlyList<MeetingRow>> WithoutAnInterpreterAsync(this VisibleRecord record, LocalDate from, LocalDate until, CancellationToken cancel)
    {
        var requests = record.PartsOfMeetings<InterpreterRequest>();
        var invited = record.PartsOfMeetings<Attendee>().Where(a => a.Part == MeetingPart.Carer && !a.IsWithdrawn && a.Attendance == Attendance.Invited);
        var needed = record.Relationships.Where(t => t.InterpreterNeeded);
        return await record.Rows(record.Meetings
                .Where(m => m.Status == MeetingStatus.Planned && m.On >= from)
                .Where(m => m.On <= until || requests.Any(r => r.MeetingId == m.Id && r.Status == InterpreterStatus.AskedFor && r.AskedById == r.CarerId))
                .Where(m => invited.Any(a => a.MeetingId == m.Id
                    && (requests.Any(r => r.MeetingId == m.Id && r.CarerId == a.PersonId
                            && (r.Status == InterpreterStatus.AskedFor || (r.Status == InterpreterStatus.Booked && (r.BookedForDay != m.On || r.BookedForTime != m.At))))
                        || (needed.Any(t => t.PupilId == m.PupilId && t.CarerId == a.PersonId) && !requests.Any(r => r.MeetingId == m.Id && r.CarerId == a.PersonId)))))
                .OrderBy(m => m.On).ThenBy(m => m.At).ThenBy(m => m.Id)
                .Take(Most))
            .ToListAsync(cancel);
    }
}
