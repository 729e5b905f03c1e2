using Kept.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>
/// Meetings of the next days at which an invited carer’s interpreter was asked for and is not booked, for who leads or booked the meeting. A booking for another
/// time than the meeting’s is none.
/// </summary>
internal sealed class InterpretersToBook : IComes
{
    private const int DaysAhead = 7;

    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var (me, from, until) = (record.Viewer.PersonId, record.Today, record.Today.PlusDays(DaysAhead));
        var invited = record.PartsOfMeetings<Attendee>().Where(a => a.Part == MeetingPart.Carer && !a.IsWithdrawn && a.Attendance == Attendance.Invited);
        var asked = record.PartsOfMeetings<InterpreterRequest>();
        return
            from m in record.Meetings.AsNoTracking()
            where m.Status == MeetingStatus.Planned && m.On >= @from && m.On <= until && (!mine || m.LeadId == me || m.BookedById == me)
                && asked.Any(r => r.MeetingId == m.Id && invited.Any(a => a.MeetingId == m.Id && a.PersonId == r.CarerId)
                    && (r.Status == InterpreterStatus.AskedFor || (r.Status == InterpreterStatus.Booked && (r.BookedForDay != m.On || r.BookedForTime != m.At))))
            join p in record.Pupils on m.PupilId equals p.Id
            join o in record.Names on m.LeadId equals o.Id
            select new ComingRow
            {
                Kind = ComingKind.Interpreter,
                Id = (Guid)(object)m.Id,
                On = m.On,
                StartsAt = (TimeOnly)(object)m.At,
                Minutes = m.Minutes,
                Stored = (string)(object)m.Kind,
                StoredSince = (DateOnly)(object)m.On,
                OwnerId = o.Id,
                Owner = ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(),
                StoredVisibility = (string)(object)m.Visibility,
                PupilId = p.Id,
                PupilGivenName = p.PreferredName ?? p.GivenName,
                PupilFamilyName = p.FamilyName,
                ClassName = p.ClassName
            };
    }
}
