using Kept.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Coming;

/// <summary>Meetings that are planned or running, for those who lead them or are asked to them.</summary>
internal sealed class MeetingsToHold : IComes
{
    public IQueryable<ComingRow> For(VisibleRecord record, bool mine)
    {
        var me = record.Viewer.PersonId;
        var asked = record.PartsOfMeetings<Attendee>().Where(a => a.PersonId == me && !a.IsWithdrawn);
        return
            from m in record.Meetings.AsNoTracking()
            where (m.Status == MeetingStatus.Planned || m.Status == MeetingStatus.Running) && (!mine || asked.Any(a => a.MeetingId == m.Id))
            join p in record.Pupils on m.PupilId equals p.Id
            join o in record.Names on m.LeadId equals o.Id
            select new ComingRow
            {
                Kind = ComingKind.Meeting,
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
