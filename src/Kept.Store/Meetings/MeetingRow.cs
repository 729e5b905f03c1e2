using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>A meeting as every list shows it.</summary>
/// <param name="IsASlot">The family booked it for itself, as a time of a surgery.</param>
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
    string Lead,
    bool IsASlot)
{
    public string PupilName => $"{PupilGivenName} {PupilFamilyName}";

    public bool IsForgottenOn(LocalDate today) => Status is MeetingStatus.Planned && On < today;
}

public static class MeetingRows
{
    /// <summary>One statement for the whole list. The caller orders and bounds the meetings first.</summary>
    public static IQueryable<MeetingRow> Rows(this VisibleRecord record, IQueryable<Meeting> meetings) =>
        from m in meetings.AsNoTracking()
        join p in record.Pupils on m.PupilId equals p.Id
        join l in record.Names on m.LeadId equals l.Id
        select new MeetingRow(
            m.Id, m.Kind, m.Status, m.On, m.At, m.Minutes, m.Place, m.About, m.Visibility, m.IsSensitive, m.CalledOffBy,
            p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName, l.Id, ((l.Title ?? "") + " " + l.GivenName + " " + l.FamilyName).Trim(), m.SurgeryId != null);
}
