using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Chronology;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Chronology;

/// <summary>A pupil’s story over time, as far as the viewer may see it: computed, filtered, paged; each line leads to its source.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    [Display(Name = "From")]
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [Display(Name = "To")]
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [Display(Name = "What")]
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [Display(Name = "Who")]
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [Display(Name = "Order")]
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    public string PupilName { get; private set; } = "";

    public ChroniclePage Shown { get; private set; } = new([], null, null);

    public IReadOnlyList<ChroniclePerson> People { get; private set; } = [];

    public LocalDate Today => day.Today;

    public bool MayExport => viewer.Sight.MayExport;

    public bool IsFiltered => Filters.Any(f => !string.IsNullOrEmpty(f));

    /// <summary>What is shown, in words: for paper, where the filter itself is not printed.</summary>
    public string Says => string.Join(" · ", new[]
    {
        Kinds.FirstOrDefault(k => k.Value == Kind)?.Text ?? "Everything", People.FirstOrDefault(p => p.Id.ToString() == Person)?.Name,
        string.IsNullOrEmpty(From) ? null : $"from {From}", string.IsNullOrEmpty(To) ? null : $"to {To}"
    }.OfType<string>());

    public static IEnumerable<SelectListItem> Kinds => Chronicle.Kinds.Select(k => new SelectListItem(k.Title, k.Word));

    public static IEnumerable<SelectListItem> Orders => [new("Latest first", ""), new("Oldest first", "oldest")];

    private string?[] Filters => [From, To, Kind, Person];

    public async Task<IActionResult> OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        if (await record.Pupils.Where(p => p.Id == PupilId).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefaultAsync(cancel) is not { } name)
        {
            return NotFound();
        }

        PupilName = name;
        People = await record.ChroniclePeopleAsync(PupilId, cancel);
        var ask = new ChronicleAsk(PupilId)
        {
            From = DayOf(nameof(From), From),
            To = DayOf(nameof(To), To),
            Person = Id<Person>.TryParse(Person, null, out var person) ? person : null,
            Kinds = Chronicle.Kinds.Where(k => k.Word == Kind).Select(k => k.Word).ToList(),
            OldestFirst = Order is "oldest"
        };
        if (ask.From > ask.To)
        {
            ModelState.AddModelError(nameof(To), "The last day must be on or after the first");
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        Shown = await record.ChroniclePageAsync(ask, ChronicleMark.Read(before), ChronicleMark.Read(after), PageSize, cancel);
        reads.Opened(viewer, PupilId, "chronology", day.Now);
        return Page();
    }

    /// <summary>"Tue 5 May 2026, 9.15am".</summary>
    public static string When(ChronicleLine line) => WrittenDay(line.Mark.Day) + (line.Time is { } time ? $", {time.InWords()}" : "");

    /// <summary>"Logged the same day by Mrs Khan"; for what was done at once, only by whom.</summary>
    public static string Logged(ChronicleLine line)
    {
        var by = line.By is null ? "" : $" by {line.By}";
        if (line.LoggedAt is not { } at)
        {
            return line.By is null ? "" : $"By {line.By}";
        }

        var local = at.InZone(School.Zone).LocalDateTime;
        return local.Date == line.Mark.Day ? $"Logged the same day at {local.TimeOfDay.InWords()}{by}" : $"Logged {WrittenDay(local.Date)} at {local.TimeOfDay.InWords()}{by}";
    }

    private static string WrittenDay(LocalDate on) => on.ToString("ddd d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    private LocalDate? DayOf(string field, string? typed)
    {
        if (TypedDay.Gone(typed, day.Today, day.Calendar).Allowed(out var read, out var refused))
        {
            return read;
        }

        ModelState.AddModelError(field, refused.Sentence);
        return null;
    }
}
