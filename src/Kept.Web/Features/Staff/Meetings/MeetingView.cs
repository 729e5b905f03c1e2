using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Log;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>One meeting with all that belongs to it, as its own page shows it.</summary>
public sealed record MeetingView(
    Meeting Meeting,
    MeetingGuests Guests,
    IReadOnlyList<Seat> Seats,
    Agenda? Agenda,
    IReadOnlyList<AgendaPoint> Points,
    IReadOnlyList<HeardBefore> Heard,
    IReadOnlyList<RowGoneThrough> GoneThrough,
    IReadOnlyList<HeldInMeeting> Reviewed,
    IReadOnlyList<TakenStep> Steps,
    StoryItem? Record,
    IReadOnlyList<ConfirmationRow> Confirmed,
    IReadOnlyList<InterpreterRow> Interpreters,
    LocalDate Today)
{
    private const int MostActions = 50;

    public string Title => $"{Meeting.Kind.InWords()}: {Guests.ChildName}";

    public IReadOnlyList<string> ToArrange => Guests.NeedsOf(Seats);

    /// <summary>Carers who are invited, each with what is known of their interpreter.</summary>
    public IReadOnlyList<InterpretedSeat> Interpreted => InterpretedSeat.Of(Guests, Seats, Interpreters);

    public IReadOnlyList<StatutoryDate> Dates => Meeting.Kind is MeetingKind.AnnualReview
        ? AnnualReview.Dates(Meeting.On, MeetingTerms.On(Meeting.On), [.. Steps.Select(s => s.Step)])
        : [];

    /// <summary>Those who may be asked and are not on the list yet.</summary>
    public IReadOnlyList<SelectListItem> MayBeAsked => Invitations.MayBeAsked(Guests, Seats, Today);

    /// <summary>Whose words may be taken down: anybody who may be asked to the meeting.</summary>
    public IReadOnlyList<SelectListItem> Voices =>
    [
        new($"{Guests.ChildName}, the child", "child"),
        .. Guests.Carers.Where(c => c.Guest.RefusalOn(Today) is null).Select(c => new SelectListItem($"{c.Guest.Name}, {c.Tie.Kind}", c.Guest.PersonId.ToString())),
        .. Seats.Where(s => s.Attendee.Part is MeetingPart.Staff or MeetingPart.Professional).Select(s => new SelectListItem(s.Name, s.Attendee.PersonId.ToString()))
    ];

    public bool HasFollowUp => Meeting.Status is MeetingStatus.Held && Record?.Entry.Visibility is Visibility.Family;

    public static async Task<MeetingView?> OfAsync(VisibleRecord record, Meeting meeting, SchoolDay day, CancellationToken cancel)
    {
        if (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel) is not { } guests)
        {
            return null;
        }

        return new MeetingView(
            meeting,
            guests,
            await record.SeatsAsync(meeting, guests.ChildName, cancel),
            meeting.IsToCome ? await Agenda.OfAsync(record, meeting, day.Today, cancel) : null,
            await record.PointsAsync(meeting.Id, cancel),
            await record.ContributionsAsync(meeting.Id, guests.ChildName, cancel),
            await record.GoneThroughAsync(meeting.Id, cancel),
            await record.ReviewsHeldAsync(meeting.Id, meeting.Visibility, cancel),
            meeting.Kind is MeetingKind.AnnualReview ? await record.StepsAsync(meeting.Id, cancel) : [],
            await RecordAsync(record, meeting, day.Today, cancel),
            meeting.Status is MeetingStatus.Held ? await record.ConfirmationsAsync(meeting.Id, cancel) : [],
            await record.InterpretersAsync(meeting.Id, cancel),
            day.Today);
    }

    private static async Task<StoryItem?> RecordAsync(VisibleRecord record, Meeting meeting, LocalDate today, CancellationToken cancel)
    {
        if (meeting.EntryId is not { } id || await record.StoryOf(record.Entries.Where(e => e.Id == id)).FirstOrDefaultAsync(cancel) is not { } entry)
        {
            return null;
        }

        var actions = await record.Rows(record.Actions.Where(a => a.EntryId == id).OrderBy(a => a.DueOn).Take(MostActions)).ToListAsync(cancel);
        return new StoryItem(entry, actions, today, Whole: true);
    }
}

/// <summary>A carer at the table, and the interpreter for them.</summary>
/// <param name="IsNeeded">The school knows that they need one.</param>
/// <param name="Row">Null where none was asked for.</param>
public sealed record InterpretedSeat(Id<Person> CarerId, string Name, bool IsNeeded, InterpreterRow? Row)
{
    public bool Concerns => IsNeeded || Row is not null;

    public static IReadOnlyList<InterpretedSeat> Of(MeetingGuests guests, IReadOnlyList<Seat> seats, IReadOnlyList<InterpreterRow> rows) =>
        [.. seats.Where(s => s.Attendee is { Part: MeetingPart.Carer, PersonId: not null }).Select(s => new InterpretedSeat(
            s.Attendee.PersonId!.Value,
            s.Name,
            guests.Carers.Any(c => c.Guest.PersonId == s.Attendee.PersonId && c.Tie.InterpreterNeeded),
            rows.FirstOrDefault(r => r.Request.CarerId == s.Attendee.PersonId)))];
}

internal static class Invitations
{
    public static IReadOnlyList<SelectListItem> MayBeAsked(MeetingGuests guests, IReadOnlyList<Seat> seats, LocalDate today)
    {
        var asked = seats.Select(s => (s.Attendee.Part, s.Attendee.PersonId)).ToHashSet();
        var (family, staff, outside) = (new SelectListGroup { Name = "Family" }, new SelectListGroup { Name = "Staff" }, new SelectListGroup { Name = "Professionals" });
        return
        [
            .. asked.Contains((MeetingPart.Child, null)) ? [] : new SelectListItem[] { new($"{guests.ChildName}, the child", "child") { Group = family } },
            .. guests.Carers.Where(c => c.Guest.RefusalOn(today) is null && !asked.Contains((MeetingPart.Carer, c.Guest.PersonId)))
                .Select(c => new SelectListItem($"{c.Guest.Name}, {c.Tie.Kind}{(c.Needs is null ? "" : $" ({c.Needs})")}", c.Guest.PersonId.ToString()) { Group = family }),
            .. guests.StaffHere(today).Where(o => !asked.Contains((MeetingPart.Staff, o.Owner.PersonId)))
                .Select(o => new SelectListItem(o.RoleWords.Count > 0 ? $"{o.Owner.Name}, {o.RoleWords[0]}" : o.Owner.Name, o.Owner.PersonId.ToString()) { Group = staff }),
            .. guests.ProfessionalsHere(today).Where(o => !asked.Contains((MeetingPart.Professional, o.Owner.PersonId)))
                .Select(o => new SelectListItem(o.RoleWords.Count > 0 ? $"{o.Owner.Name}, {o.RoleWords[0]}" : o.Owner.Name, o.Owner.PersonId.ToString()) { Group = outside })
        ];
    }
}
