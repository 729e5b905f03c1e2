using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Asks for an interpreter for one carer who is invited, and says what became of it.</summary>
[Authorize(Policies.Log)]
public sealed class InterpreterModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(InterpreterRequest.Language), nameof(InterpreterForm.Language)), (nameof(InterpreterRequest.Mode), nameof(InterpreterForm.Mode)),
        (nameof(InterpreterRequest.Status), nameof(InterpreterForm.Status)), (nameof(InterpreterRequest.Who), nameof(InterpreterForm.Who)),
        (nameof(InterpreterRequest.Instead), nameof(InterpreterForm.Instead))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<Person> CarerId { get; set; }

    [BindProperty]
    public InterpreterForm Form { get; set; } = new();

    /// <summary>The version that was on the page; 0 where there was no request.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public string CarerName => carer.Guest.Name;

    public InterpreterRow? Row { get; private set; }

    public LocalDate Today => day.Today;

    public static IEnumerable<SelectListItem> LanguageList => Languages.All.Select(l => new SelectListItem(l.InWords, l.Tag));

    public static IEnumerable<Choice> Modes => Enum.GetValues<InterpreterMode>().Select(mode => new Choice(mode.ToString(), mode.InWords()));

    public static IEnumerable<Choice> Statuses => Enum.GetValues<InterpreterStatus>().Select(status => new Choice(status.ToString(), status.InWords()));

    private CarerGuest carer = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        var request = Row?.Request;
        Version = request?.Version ?? 0;
        Form = new InterpreterForm
        {
            Language = request?.Language ?? (carer.Tie.Language is "en" ? null : carer.Tie.Language),
            Mode = request?.Mode,
            Status = request?.Status ?? InterpreterStatus.AskedFor,
            Who = request?.Who,
            Instead = request?.Instead
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if ((Row?.Request.Version ?? 0) != Version)
        {
            return Refused(new Refusal("Somebody else changed this while you had it open. Look at what they did, then try again"));
        }

        if (!Arranged().Allowed(out var happened, out var refused))
        {
            return Refused(refused);
        }

        if (await record.SaveAsync(happened, cancel) is { } meanwhile)
        {
            return Refused(meanwhile);
        }

        TempData.Say("Kept.");
        return Redirect($"/meetings/{MeetingId}");
    }

    /// <summary>What was asked for, then what became of it.</summary>
    private Result<InterpreterChanged> Arranged()
    {
        var (by, at) = (record.Viewer.PersonId, day.Now);
        if (Row?.Request is not { } request)
        {
            if (!InterpreterRequest.Ask(Meeting, carer.Guest, Form.Language, Form.Mode, day.Today, by, at).Allowed(out request, out var refused))
            {
                return refused;
            }

            var answered = request.Answer(Meeting, Form.Status, Form.Who, Form.Instead, by, at);
            if (answered.Allowed(out _, out _))
            {
                record.Add(request);
            }

            return answered;
        }

        if ((request.Language, (InterpreterMode?)request.Mode) != (Form.Language, Form.Mode) && request.AskAgain(Meeting, Form.Language, Form.Mode, by, at).Refused(out var unheard))
        {
            return unheard;
        }

        return request.Answer(Meeting, Form.Status, Form.Who, Form.Instead, by, at);
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.Refuse(refusal, Fields);
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancel)
    {
        if (await record.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == MeetingId, cancel) is not { } meeting
            || await MeetingGuests.OfAsync(record, meeting.PupilId, cancel) is not { } guests
            || guests.Carers.FirstOrDefault(c => c.Guest.PersonId == CarerId) is not { } guest
            || !await record.PartsOfMeetings<Attendee>().AnyAsync(a => a.MeetingId == MeetingId && a.PersonId == CarerId && !a.IsWithdrawn, cancel))
        {
            return NotFound();
        }

        (Meeting, carer) = (meeting, guest);
        Row = (await record.InterpretersAsync(MeetingId, cancel)).FirstOrDefault(r => r.Request.CarerId == CarerId);
        return meeting.IsToCome ? null : Redirect($"/meetings/{MeetingId}");
    }
}

public sealed class InterpreterForm
{
    [Display(Name = "Language to interpret")]
    public string? Language { get; set; }

    [Display(Name = "How?")]
    public InterpreterMode? Mode { get; set; }

    [Display(Name = "What became of it?")]
    public InterpreterStatus? Status { get; set; }

    [Display(Name = "Who is booked", Description = "A name, or the agency and its reference. The carer reads it")]
    public string? Who { get; set; }

    [Display(Name = "What you do instead", Description = "Where nobody could be found: another day, a telephone interpreter. The carer reads it. A child of the family never interprets")]
    public string? Instead { get; set; }
}
