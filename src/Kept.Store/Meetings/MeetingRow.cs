using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>A meeting as every list shows it.</summary>
public sealed record MeetingRow(
    Id<Meeting> Id,
    MeetingKind Kind,
    MeetingStatus Status,
    LocalDate On,
    LocalTime At,
    int Minutes,
    string? Place,
    string? About,
    Visibility Visibility,
    bool IsSensitive,
    CalledOffBy? CalledOffBy,
    Id<Pupil> PupilId,
    string PupilGivenName,
    string PupilFamilyName,
    string? ClassName,
    Id<Person> LeadId,
    string Lead)
{
    public string PupilName => $"{PupilGivenName} {PupilFamilyName}";

    public bool IsForgottenOn(LocalDate today) => Status is MeetingStatus.Planned && On < today;
}

public static class MeetingRows
{
    private const int MostInADay = 60;

    /// <summary>One statement for the whole list. The caller orders and bounds the meetings first.</summary>
    public static IQueryable<MeetingRow> Rows(this VisibleRecord record, IQueryable<Meeting> meetings) =>
        from m in meetings.AsNoTracking()
        join p in record.Pupils on m.PupilId equals p.Id
        join l in record.Names on m.LeadId equals l.Id
        select new MeetingRow(
            m.Id, m.Kind, m.Status, m.On, m.At, m.Minutes, m.Place, m.About, m.Visibility, m.IsSensitive, m.CalledOffBy,
            p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName, l.Id, ((l.Title ?? "") + " " + l.GivenName + " " + l.FamilyName).Trim());

    /// <summary>The pupil's running or next planned meeting, in one statement; null where none is planned.</summary>
    public static async Task<MeetingRow?> NextMeetingAsync(this VisibleRecord record, Id<Pupil> pupil, LocalDate today, CancellationToken cancel = default) =>
        await record.Rows(record.Meetings
                .Where(m => m.PupilId == pupil && (m.Status == MeetingStatus.Running || (m.Status == MeetingStatus.Planned && m.On >= today)))
                .OrderBy(m => m.On).ThenBy(m => m.At).ThenBy(m => m.Id)
                .Take(1))
            .FirstOrDefaultAsync(cancel);

    /// <summary>
    /// What stands on a day, in one statement and in order: what is planned for it, what is running, and what was held on it.
    /// </summary>
    /// <param name="record">As the viewer sees it.</param>
    /// <param name="today">The day.</param>
    /// <param name="of">Only those that this person leads or is asked to; null for everybody's.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<MeetingRow>> MeetingsTodayAsync(
        this VisibleRecord record, LocalDate today, Id<Person>? of, CancellationToken cancel = default)
    {
        var meetings = record.Meetings.Where(m => (m.On == today && m.Status != MeetingStatus.Cancelled) || m.Status == MeetingStatus.Running);
        if (of is { } person)
        {
            var asked = record.PartsOfMeetings<Attendee>().Where(a => a.PersonId == person && !a.IsWithdrawn);
            meetings = meetings.Where(m => asked.Any(a => a.MeetingId == m.Id));
        }

        var rows = await record.Rows(meetings.OrderBy(m => m.On).ThenBy(m => m.At).ThenBy(m => m.Id).Take(MostInADay)).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.On).ThenBy(r => r.At)];
    }
}
