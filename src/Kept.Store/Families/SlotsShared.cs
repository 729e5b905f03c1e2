using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Meetings;
using Kept.Store.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>A time that a family may book, and with whom.</summary>
public sealed record FreeSlot(Id<Surgery> Surgery, SurgerySlot Slot, string Lead, string? Place);

/// <summary>What one carer may book.</summary>
/// <param name="Free">The earliest first.</param>
/// <param name="Booked">The time that they have already: one at a time, so that there is one for every family.</param>
public sealed record SlotsOffered(IReadOnlyList<FreeSlot> Free, MeetingShared? Booked);

/// <summary>Times that a carer books with those who work with their child, and gives back.</summary>
public sealed class SlotsShared(VisibleRecord viewed, Id<Person> carer, Id<Pupil> pupil)
{
    /// <summary>As many as one page offers.</summary>
    public const int Most = 30;

    /// <summary>Of one meeting, those taken off the list again too.</summary>
    internal const int MostAsked = 10 * Meeting.MostGuests;

    private readonly VisibleRecord record = viewed.SharedWithTheFamilyOf(pupil);

    private IQueryable<Meeting> Theirs => new MeetingsShared(record, carer, pupil).Theirs;

    /// <summary>Whether any colleague of the child offers such times at all: one statement where nobody at the school does.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancel) => (await SurgeriesAsync(record.Today, cancel)).Count > 0;

    /// <summary>Null where this carer may be told nothing.</summary>
    public async Task<SlotsOffered?> OfferedAsync(SchoolCalendar calendar, LocalDate today, CancellationToken cancel)
    {
        if (await GuestAsync(today, cancel) is null)
        {
            return null;
        }

        var surgeries = await SurgeriesAsync(today, cancel);
        var led = await LedAsync(surgeries, today, cancel);
        return new SlotsOffered(
            [.. (from one in surgeries
                 from slot in one.SlotsToCome(calendar, today)
                 where !led.Any(other => one.Surgery.IsKeptBy(slot, other))
                 orderby slot.On, slot.At, one.Lead.Name
                 select new FreeSlot(one.Surgery.Id, slot, one.Lead.Name, one.Surgery.Place)).Take(Most)],
            await BookedAsync(today, cancel));
    }

    /// <summary>Books a time. Null where this carer may be told nothing; the same meeting again where the form was sent twice.</summary>
    public async Task<Result<Id<Meeting>>?> BookAsync(Id<Meeting> id, Id<Surgery> surgery, SurgerySlot slot, SchoolCalendar calendar, Instant now, CancellationToken cancel)
    {
        var today = now.InZone(School.Zone).Date;
        if (await GuestAsync(today, cancel) is not { } guest)
        {
            return null;
        }

        // The form was sent before: twice, or by whoever went back to it after giving that time back.
        if (await Theirs.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancel) is { } before)
        {
            if (before.IsToCome && before.SurgeryId == surgery && (before.On, before.At) == (slot.On, slot.At))
            {
                return id;
            }

            id = Id<Meeting>.New();
        }

        if (await BookedAsync(today, cancel) is not null)
        {
            return new Refusal("One time is booked already", nameof(SlotsOffered.Booked));
        }

        if ((await SurgeriesAsync(today, cancel)).Where(s => s.Surgery.Id == surgery).ToList() is not [var offered]
            || !offered.SlotsToCome(calendar, today).Contains(slot) || (await LedAsync([offered], today, cancel)).Any(other => offered.Surgery.IsKeptBy(slot, other)))
        {
            // Who pressed twice at once has booked it by the first of them.
            return await Theirs.AnyAsync(m => m.Id == id, cancel) ? id : new Refusal("That time is not offered any more. Choose another", nameof(SurgerySlot));
        }

        if (!Meeting.BookSlot(id, pupil, offered.Surgery, slot, offered.Lead, guest, calendar, today, now).Allowed(out var booked, out var refused))
        {
            return refused;
        }

        record.Add(booked.Meeting);
        foreach (var attendee in booked.Attendees)
        {
            record.Add(attendee);
        }

        // Two who press at once: the database has room for one. One who presses twice has got it.
        return await record.SaveAsync(booked.Happened, cancel) is { } meanwhile && !await Theirs.AnyAsync(m => m.Id == id, cancel) ? meanwhile.About(nameof(SurgerySlot)) : id;
    }

    /// <summary>They cannot come. Null where there is no such meeting of theirs.</summary>
    public async Task<Result<MeetingCancelled>?> GiveBackAsync(Id<Meeting> id, CancellationToken cancel)
    {
        if (await GuestAsync(record.Today, cancel) is null || await Theirs.FirstOrDefaultAsync(m => m.Id == id, cancel) is not { } meeting)
        {
            return null;
        }

        var there = await record.PartsOfMeetings<Attendee>().AsNoTracking().Where(a => a.MeetingId == id).Take(MostAsked).ToListAsync(cancel);
        return !meeting.GiveBack(carer, there, record.Now).Allowed(out var given, out var refused) ? refused
            : await record.SaveAsync(given, cancel) is { } meanwhile ? meanwhile
            : given;
    }

    /// <summary>What they booked themselves: not a time of the child’s other parent to which the school asked them too.</summary>
    private async Task<MeetingShared?> BookedAsync(LocalDate today, CancellationToken cancel) =>
        await Theirs.Where(m => m.SurgeryId != null && m.BookedById == carer && m.Status == MeetingStatus.Planned && m.On >= today)
            .OrderBy(m => m.On).Select(MeetingShared.Of).FirstOrDefaultAsync(cancel);

    /// <summary>When whoever gives the time leads a meeting, a slot that is taken or another.</summary>
    private Task<IReadOnlyList<LedMeeting>> LedAsync(IReadOnlyList<Offered> surgeries, LocalDate today, CancellationToken cancel) =>
        record.LedAsync([.. surgeries.Select(s => s.Surgery.LeadId).Distinct()], today, cancel);

    /// <summary>This carer, as they may be asked to a meeting today.</summary>
    private async Task<Guest?> GuestAsync(LocalDate today, CancellationToken cancel)
    {
        var row = await record.Relationships.AsNoTracking().Where(t => t.PupilId == pupil && t.CarerId == carer)
            .Join(record.Names, t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Person = p }).FirstOrDefaultAsync(cancel);
        return row is not null && Guest.CarerOf(row.Person, row.Tie) is var guest && guest.RefusalOn(today) is null ? guest : null;
    }

    /// <summary>
    /// Those of the staff who see this child’s messages: nobody else learns about the child by a booking. None while it is still to be written down who decides for
    /// the young person (rule 15).
    /// </summary>
    private async Task<IReadOnlyList<Offered>> SurgeriesAsync(LocalDate today, CancellationToken cancel)
    {
        var offered = await record.Surgeries.AsNoTracking().Where(s => s.LastOn == null).OrderBy(s => s.Id).Take(SurgeryDays.Most).ToListAsync(cancel);
        if (offered.Count == 0
            || await record.Pupils.AsNoTracking().Where(p => p.Id == pupil).Select(p => new { Pupil = p, Nation = record.Schools.First(s => s.Id == p.SchoolId).Nation }).FirstOrDefaultAsync(cancel) is not { } child
            || child.Pupil.AsksWhoDecidesOn(today, child.Nation))
        {
            return [];
        }

        var colleagues = (await record.ColleaguesAsync(pupil, cancel, [.. offered.Select(s => s.LeadId).Distinct()])).ToDictionary(c => c.Id);
        return [.. from surgery in offered
                   where colleagues.ContainsKey(surgery.LeadId)
                   let who = colleagues[surgery.LeadId]
                   select new Offered(surgery, new Owner(who.Id, PersonKind.Staff, who.Name, who.LeftOn, who.Roles, MayNotBeTold: false), child.Pupil.LeftOn)];
    }

    /// <param name="Surgery">Which.</param>
    /// <param name="Lead">Whose time, and until when they are here.</param>
    /// <param name="ChildLeavesOn">The child’s last day; null while they stay.</param>
    private sealed record Offered(Surgery Surgery, Owner Lead, LocalDate? ChildLeavesOn)
    {
        public IEnumerable<SurgerySlot> SlotsToCome(SchoolCalendar calendar, LocalDate today) =>
            Surgery.SlotsToCome(calendar, today).Where(slot => (Lead.LeftOn is null || slot.On <= Lead.LeftOn) && (ChildLeavesOn is null || slot.On <= ChildLeavesOn));
    }
}
