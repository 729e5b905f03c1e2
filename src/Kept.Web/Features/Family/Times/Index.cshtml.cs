using System.Globalization;
using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Features.Family.Times;

/// <summary>A carer books a time to talk with somebody who works with their child.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language) : ChildPageModel(visit, language)
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Becomes the meeting's id: sending the form twice books one time.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>Which time of which surgery.</summary>
    [BindProperty]
    public string? Slot { get; set; }

    public SlotsOffered Offered { get; private set; } = null!;

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public string? Booked => Offered.Booked is { } booked ? Words.Say("times.one", ("when", Words.When(booked, Visit.Day.Today))) : null;

    public string BookedPage => FamilyLinks.Meeting(Visit.Place.School, Visit.Child.Id, Offered.Booked!.Id);

    public static string ValueOf(FreeSlot free) => string.Create(CultureInfo.InvariantCulture, $"{free.Surgery} {Pattern.Format(free.Slot.On + free.Slot.At)}");

    public string When(FreeSlot free) => Words.Apart(Words.Time(free.Slot.At));

    /// <summary>"Tuesday 12 May".</summary>
    public string DayOf(LocalDate on) => Words.Spoken(on);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Key = Guid.CreateVersion7();
        return await ShowAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Read() is not var (surgery, slot))
        {
            return await AgainAsync("times.choose", cancel);
        }

        if (await Shared.Slots.BookAsync(new Id<Meeting>(Key), surgery, slot, Visit.Day.Calendar, Visit.Day.Now, cancel) is not { } answer)
        {
            return NotFound();
        }

        if (!answer.Allowed(out var booked, out var refused))
        {
            return await AgainAsync(refused.Field is nameof(SlotsOffered.Booked) ? null : "times.taken", cancel);
        }

        TempData.Say(Words["times.booked"]);
        return Redirect(FamilyLinks.Meeting(Visit.Place.School, Visit.Child.Id, booked));
    }

    private (Id<Surgery>, SurgerySlot)? Read() =>
        Key != Guid.Empty && Slot?.Split(' ') is [var surgery, var at] && Guid.TryParse(surgery, out var id) && Pattern.Parse(at).TryGetValue(default, out var when)
            ? (new Id<Surgery>(id), new SurgerySlot(when.Date, when.TimeOfDay))
            : null;

    /// <param name="why">What is wrong with what was chosen; null where the page itself says it.</param>
    /// <param name="cancel">Stops it.</param>
    private async Task<IActionResult> AgainAsync(string? why, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        ModelState.AddModelError(why is null || Offered.Booked is not null || Offered.Free.Count == 0 ? "" : nameof(Slot), why is null ? Booked ?? Words["join.again"] : Words[why]);
        return this.PageWithErrors();
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (await Shared.Slots.OfferedAsync(Visit.Day.Calendar, Visit.Day.Today, cancel) is not { } offered)
        {
            return false;
        }

        Offered = offered;
        Key = Key == Guid.Empty ? Guid.CreateVersion7() : Key;
        return true;
    }
}
