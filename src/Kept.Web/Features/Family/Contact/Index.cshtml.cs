using Kept.Domain.People;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Contact;

/// <summary>How a carer wants to hear that something waits: by which way, and how often; and in which form they read best.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language, ReadingElsewhere elsewhere) : ChildPageModel(visit, language)
{
    [BindProperty]
    public ContactMethod? Method { get; set; }

    [BindProperty]
    public Rhythm Rhythm { get; set; }

    [BindProperty]
    public bool LargePrint { get; set; }

    [BindProperty]
    public bool EasyRead { get; set; }

    [BindProperty]
    public bool HighContrast { get; set; }

    [BindProperty]
    public bool ReadAloud { get; set; }

    /// <summary>What the school has to reach them by.</summary>
    public (string? Email, string? Phone) Known => (Visit.Place.Email, Visit.Place.Phone);

    /// <summary>Where the form in which they read is honoured: every school of this sign-in.</summary>
    public string Schools => string.Join(", ", Visit.Places.Where(p => p.Children.Count > 0).Select(p => p.School.Name));

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public IEnumerable<Choice> Methods =>
    [
        new(nameof(ContactMethod.Email), Words["contact.email"]),
        new(nameof(ContactMethod.Text), Words["contact.sms"]),
        new(nameof(ContactMethod.Letter), Words["contact.letter"]),
        new(nameof(ContactMethod.Phone), Words["contact.phone"]),
        new(nameof(ContactMethod.InPerson), Words["contact.inPerson"])
    ];

    public IEnumerable<Choice> Rhythms =>
        [new(nameof(Rhythm.AtOnce), Words["contact.atOnce"]), new(nameof(Rhythm.Daily), Words["contact.daily"]), new(nameof(Rhythm.Weekly), Words["contact.weekly"])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Shared.WishesAsync(cancel) is not { } tie)
        {
            return NotFound();
        }

        (LargePrint, HighContrast, EasyRead, ReadAloud) = tie.Formats;
        (Method, Rhythm) = (tie.PreferredMethod is ContactMethod.NotSaid ? null : tie.PreferredMethod, tie.Rhythm);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Shared.WishesAsync(cancel) is not { } tie)
        {
            return NotFound();
        }

        var formats = new FormatWishes(LargePrint, HighContrast, EasyRead, ReadAloud);
        if (await Shared.WishAsync(tie, Method ?? ContactMethod.NotSaid, Rhythm, formats, cancel) is not null
            || await elsewhere.ReadInAsync(Visit.Places.Where(p => p.School.Id != Visit.Place.School.Id), formats, cancel) is not null)
        {
            ModelState.AddModelError("", Words["join.again"]);
            return this.PageWithErrors();
        }

        FamilyFormats.ForgetTheSwitch(HttpContext);
        TempData.Say(Words["contact.saved"]);
        return Redirect(Home);
    }
}
