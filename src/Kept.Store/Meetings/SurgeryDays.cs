using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>A slot, and the meeting in it. A slot that is taken by a meeting which the viewer may not see is only taken.</summary>
/// <param name="IsElsewhere">Nobody has booked it, and whoever gives it leads another meeting then: families are not offered it.</param>
public sealed record SlotRow(SurgerySlot Slot, bool IsTaken, MeetingRow? Meeting, bool IsElsewhere)
{
    public bool IsFree => !IsTaken && !IsElsewhere;
}

/// <summary>A surgery that goes on, with its next days.</summary>
/// <param name="LeavesOn">The last day of whoever gives the time: families are offered nothing after it. Null while they stay.</param>
public sealed record SurgeryRow(Surgery Surgery, string Lead, LocalDate? LeavesOn, IReadOnlyList<IGrouping<LocalDate, SlotRow>> Days);

/// <summary>What staff see of the school’s surgeries.</summary>
public static class SurgeryDays
{
    /// <summary>As many as a page shows, and as go on at once; a school offers a dozen.</summary>
    public const int Most = 40;

    /// <summary>Bound for the query’s sake: every surgery with all slots of all its days taken has fewer.</summary>
    private const int MostTaken = Most * SurgeryPlan.MostSlots * ((Surgery.DaysAhead / 7) + 1);

    /// <summary>Those that go on, by weekday and time.</summary>
    public static async Task<IReadOnlyList<SurgeryRow>> SurgeriesAsync(this VisibleRecord record, SchoolCalendar calendar, LocalDate today, CancellationToken cancel)
    {
        var offered = await record.Surgeries.AsNoTracking()
            .Where(s => s.LastOn == null)
            .OrderBy(s => s.Id).Take(Most)
            .Join(record.Names, s => s.LeadId, p => p.Id, (s, p) => new { Surgery = s, Person = p })
            .ToListAsync(cancel);
        var taken = await record.SlotsTakenAsync([.. offered.Select(o => o.Surgery.Id)], today, cancel);
        var led = await record.LedAsync([.. offered.Select(o => o.Surgery.LeadId).Distinct()], today, cancel);
        var ids = taken.Select(t => t.Meeting).ToList();
        var meetings = (await record.Rows(record.Meetings.Where(m => ids.Contains(m.Id)).OrderBy(m => m.On).Take(MostTaken)).ToListAsync(cancel)).ToDictionary(m => m.Id);
        return [.. from one in offered
                   orderby one.Surgery.Weekday, one.Surgery.From
                   let slots = from slot in one.Surgery.SlotsToCome(calendar, today)
                               let found = taken.FirstOrDefault(t => t.Surgery == one.Surgery.Id && t.Slot == slot)
                               where found is not null || one.Person.IsActiveOn(slot.On)
                               select new SlotRow(slot, found is not null, found is null ? null : meetings.GetValueOrDefault(found.Meeting), found is null && led.Any(other => one.Surgery.IsKeptBy(slot, other)))
                   select new SurgeryRow(one.Surgery, one.Person.Name, one.Person.LeftOn, [.. slots.GroupBy(s => s.Slot.On)])];
    }

    /// <summary>Whether another meeting has this time of the surgery, whoever it is about.</summary>
    public static Task<bool> IsTakenByAnotherAsync(this VisibleRecord record, Meeting meeting, LocalDate on, LocalTime at, CancellationToken cancel) =>
        record.SlotsTaken.AnyAsync(m => m.SurgeryId == meeting.SurgeryId && m.On == on && m.At == at && m.Id != meeting.Id, cancel);

    /// <summary>How many slots of one day are still to be held, whoever took them.</summary>
    public static Task<int> SlotsTakenOnAsync(this VisibleRecord record, Id<Surgery> surgery, LocalDate on, CancellationToken cancel) =>
        record.SlotsTaken.CountAsync(m => m.SurgeryId == surgery && m.On == on && m.Status == MeetingStatus.Planned, cancel);

    /// <summary>When these colleagues lead meetings in the days to come: a slot then is nobody’s to book.</summary>
    internal static async Task<IReadOnlyList<LedMeeting>> LedAsync(this VisibleRecord record, IReadOnlyList<Id<Person>> leads, LocalDate today, CancellationToken cancel)
    {
        var until = today.PlusDays(Surgery.DaysAhead);
        return await record.MeetingsLed.Where(m => leads.Contains(m.LeadId) && m.On > today && m.On <= until)
            .OrderBy(m => m.On).Take(MostTaken)
            .Select(m => new LedMeeting(m.LeadId, m.On, m.At, m.Minutes)).ToListAsync(cancel);
    }

    /// <summary>The slots from today on that are taken, whoever took them.</summary>
    internal static async Task<IReadOnlyList<SlotTaken>> SlotsTakenAsync(this VisibleRecord record, IReadOnlyList<Id<Surgery>> of, LocalDate today, CancellationToken cancel) =>
        [.. (await record.SlotsTaken
                .Where(m => of.Contains(m.SurgeryId!.Value) && m.On >= today)
                .OrderBy(m => m.On).Take(MostTaken)
                .Select(m => new { m.SurgeryId, m.On, m.At, m.Id })
                .ToListAsync(cancel))
            .Select(m => new SlotTaken(m.SurgeryId!.Value, new SurgerySlot(m.On, m.At), m.Id))];
}

/// <summary>That a slot is taken.</summary>
internal sealed record SlotTaken(Id<Surgery> Surgery, SurgerySlot Slot, Id<Meeting> Meeting);
