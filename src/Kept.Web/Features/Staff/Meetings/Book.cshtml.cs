using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Domain.Search;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Store.Search;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Books a meeting about a pupil: what each carer needs is shown before, and who may not be asked says why.</summary>
[Authorize(Policies.Log)]
public sealed class BookModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private const int MostMatches = 10;

    /// <summary>About whom.</summary>
    [BindProperty(SupportsGet = true, Name = "pupil")]
    public Id<Pupil>? PupilId { get; set; }

    /// <summary>What was typed to find the pupil.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "Pupil", Description = "Type three letters of a name")]
    public string? Name { get; set; }

    [BindProperty]
    public MeetingForm Form { get; set; } = new();

    public MeetingFormPage? Shown { get; private set; }

    public string PupilName { get; private set; } = "";

    public IReadOnlyList<FoundPupil> Matches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(MeetingKind? kind, CancellationToken cancel)
    {
        if (PupilId is null)
        {
            Matches = SearchWords.Read(Name) is { } words ? await record.FindPupilsAsync(words, MostMatches, cancel) : [];
            return Page();
        }

        if (await GuestsAsync(cancel) is not { } guests)
        {
            return NotFound();
        }

        Form = new MeetingForm
        {
            Key = Guid.CreateVersion7(),
            Kind = kind ?? MeetingKind.SenSupport,
            Lead = viewer.PersonId.ToString(),
            Guests = MeetingFormPage.Usual(guests, day.Today)
        };
        Show(guests);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await GuestsAsync(cancel) is not { } guests)
        {
            return NotFound();
        }

        var wrong = Read(guests, out var booked);
        if (booked is not null)
        {
            record.Add(booked.Meeting);
            foreach (var attendee in booked.Attendees)
            {
                record.Add(attendee);
            }

            wrong = await record.SaveAsync(booked.Happened, cancel) is { } meanwhile ? [meanwhile] : [];
        }

        var id = new Id<Meeting>(Form.Key);
        if (wrong.Count == 0 || await record.Meetings.AnyAsync(m => m.Id == id && m.BookedById == viewer.PersonId, cancel))
        {
            TempData.Say($"Booked.{(booked is not null && ClosedDays.Advice(day.Calendar, booked.Meeting.On) is { } closed ? $" {closed}." : "")}");
            return Redirect($"/meetings/{id}");
        }

        ModelState.Refuse(wrong, MeetingForm.Fields);
        Show(guests);
        return this.PageWithErrors();
    }

    /// <summary>Everything that is wrong with the form; the meeting where nothing is.</summary>
    private IReadOnlyList<Refusal> Read(MeetingGuests guests, out BookedMeeting? booked)
    {
        booked = null;
        var (plan, unread) = Form.Read(day, viewer);
        var lead = Id<Domain.People.Person>.TryParse(Form.Lead, null, out var person) ? guests.Owner(person) : null;
        Guest[] asked = [.. Form.Invited.Select(guests.Find).OfType<Guest>()];
        var wrong = MeetingForm.All(unread, Meeting.WrongToBook(plan, lead, asked, day.Today));
        Form.Key = Form.Key == Guid.Empty ? Guid.CreateVersion7() : Form.Key;
        if (wrong.Count == 0)
        {
            booked = Meeting.Book(new Id<Meeting>(Form.Key), record.Viewer.SchoolId, PupilId!.Value, plan, lead, asked, day.Today, viewer.PersonId, day.Now).OrThrow();
        }

        return wrong;
    }

    private Task<MeetingGuests?> GuestsAsync(CancellationToken cancel) =>
        PupilId is { } pupil ? MeetingGuests.OfAsync(record, pupil, cancel) : Task.FromResult<MeetingGuests?>(null);

    private void Show(MeetingGuests guests)
    {
        PupilName = guests.ChildName;
        Shown = new MeetingFormPage(Form, guests, viewer, day.Today);
    }
}
