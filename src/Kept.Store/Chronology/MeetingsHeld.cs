using Kept.Domain;
using Kept.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>Meetings that were held, with who was there, and those that were called off. What was said in one is its conversation.</summary>
internal sealed class MeetingsHeld : ITellsStory
{
    private const int MostNamed = 12;

    public string Kind => "meeting";

    public string Title => "Meetings";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var attendees = record.PartsOfMeetings<Attendee>();
        var meetings = record.Meetings.AsNoTracking()
            .Where(m => m.PupilId == stretch.Pupil && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Cancelled));
        if (stretch.Person is { } person)
        {
            meetings = meetings.Where(m => attendees.Any(a => a.MeetingId == m.Id && a.PersonId == person && !a.IsWithdrawn));
        }

        var rows = await stretch.Of(meetings.Select(m => new Dated<Meeting> { Row = m, Day = m.On, At = m.BookedAt, Id = m.Id }))
            .Select(m => new
            {
                Meeting = m,
                Lead = record.Names.Where(p => p.Id == m.LeadId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                There = attendees.Where(a => a.MeetingId == m.Id && a.Attendance == Attendance.Attended && !a.IsWithdrawn)
                    .Join(record.Names, a => a.PersonId, p => (Id<Domain.People.Person>?)p.Id, (a, p) => new { a.Id, Name = ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim() })
                    .OrderBy(a => a.Id).Take(MostNamed).Select(a => a.Name).ToList()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Meeting.On, row.Meeting.BookedAt, row.Meeting.Id), Kind, TitleOf(row.Meeting), $"/meetings/{row.Meeting.Id}", row.Meeting.Visibility)
        {
            Time = row.Meeting.StartedAt ?? row.Meeting.At,
            By = row.Lead,
            Words = row.Meeting.Status is MeetingStatus.Held
                ? row.There.Count == 0 ? [] : [new Words("There", string.Join(", ", row.There))]
                : row.Meeting.CalledOffWhy is { } why ? [new Words(null, why)] : [],
            NamesOthers = true
        })];
    }

    private static string TitleOf(Meeting meeting) => meeting switch
    {
        { Status: MeetingStatus.Held } => $"{meeting.Kind.InWords()} held",
        { CalledOffBy: CalledOffBy.Family } => $"{meeting.Kind.InWords()} called off by the family",
        _ => $"{meeting.Kind.InWords()} called off by the school"
    };
}
