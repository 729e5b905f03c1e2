using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Packs;

/// <summary>Makes a pupil’s record into a pack for one audience, and shows how far those that were asked for have come.</summary>
[Authorize(Policies.Export)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, IPackRoom room) : PageModel
{
    private const int Most = 20;
    private const int MostCarers = 50;

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    [BindProperty]
    public PackForm Form { get; set; } = new();

    public string PupilName { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Carers { get; private set; } = [];

    public IReadOnlyList<Pack> Mine { get; private set; } = [];

    public SchoolDay Day => day;

    /// <summary>Only where there is anything to be asked for.</summary>
    public bool MaySafeguard => viewer.MaySee(Visibility.Safeguarding);

    /// <summary>While anything is being made the page looks again by itself.</summary>
    public bool IsWaiting => Mine.Any(p => p.IsUnderWay);

    public static IEnumerable<Choice> Audiences => Enum.GetValues<PackAudience>().Select(a => new Choice(a.ToString(), a.InWords(), a.Gets()));

    public IEnumerable<Choice> Formats => Enum.GetValues<PackFormat>().Where(f => f is not PackFormat.Pdf || room.CanMakePdf).Select(f => new Choice(f.ToString(), f.InWords()));

    public bool CanMakePdf => room.CanMakePdf;

    public static string PeriodOf(Pack pack) => (pack.From, pack.To) switch
    {
        (null, null) => "everything",
        ({ } from, null) => $"from {from.InWords()}",
        (null, { } to) => $"until {to.InWords()}",
        ({ } from, { } to) => WrittenDate.InWords(from, to)
    };

    public static string SizeOf(Pack pack) => pack.Size >= 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{pack.Size / 1_000_000.0:0.0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (pack.Size ?? 0) / 1000)} KB");

    public string When(Instant at)
    {
        var local = at.InZone(Domain.Schools.School.Zone).LocalDateTime;
        return $"{Days.Plain(local.Date, day.Today)} at {local.TimeOfDay.InWords()}";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Form.Format = room.CanMakePdf ? PackFormat.Pdf : PackFormat.Html;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!TypedDay.Gone(Form.From, day.Today, day.Calendar).Allowed(out var from, out var unread))
        {
            return this.PageWith(unread.About(nameof(PackForm.From)));
        }

        if (!TypedDay.Gone(Form.To, day.Today, day.Calendar).Allowed(out var to, out unread))
        {
            return this.PageWith(unread.About(nameof(PackForm.To)));
        }

        Id<Person>? reader = Form.Audience is PackAudience.Family && Id<Person>.TryParse(Form.CarerId, null, out var chosen) ? chosen : null;
        var tie = reader is null ? null : await record.Relationships.AsNoTracking().FirstOrDefaultAsync(t => t.PupilId == PupilId && t.CarerId == reader, cancel);
        if (!Pack.Ask(viewer, PupilId, Form.Wish(from, to, reader), tie, day.Today, day.Now).Allowed(out var pack, out var refused))
        {
            // Who is not offered the box has no field for the sentence to stand beside.
            return this.PageWith(refused.Field is nameof(PackForm.Safeguarding) && !MaySafeguard ? refused with { Field = null } : refused);
        }

        if (pack.Format is PackFormat.Pdf && !room.CanMakePdf)
        {
            return this.PageWith(new Refusal("PDFs cannot be made here. Choose the web page, and print it", nameof(PackForm.Format)));
        }

        if (Mine.Count(p => p.IsUnderWay) >= 3)
        {
            return this.PageWith(new Refusal("Three packs are being made already. Wait for one, or cancel one"));
        }

        record.Add(pack);
        if (await record.SaveAsync(new PackAsked(PupilId, pack.Id, pack.Audience), cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        room.Nudge();
        TempData.Say("The pack is being made. It stands below when it is ready; you may go on working meanwhile.");
        return Redirect($"/pupils/{PupilId}/packs");
    }

    public async Task<IActionResult> OnPostCancelAsync(Id<Pack> pack, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (await record.Packs.FirstOrDefaultAsync(p => p.Id == pack && p.PupilId == PupilId, cancel) is not { } found)
        {
            return NotFound();
        }

        if (found.Cancel(day.Now).Allowed(out var happened, out _) && await record.SaveAsync(happened, cancel) is null)
        {
            TempData.Say("The pack is cancelled.");
        }

        return Redirect($"/pupils/{PupilId}/packs");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await record.Pupils.Where(p => p.Id == PupilId).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefaultAsync(cancel) is not { } name)
        {
            return false;
        }

        PupilName = name;
        var carers = await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == PupilId)
            .OrderBy(t => t.Priority).ThenBy(t => t.Id)
            .Take(MostCarers)
            .Join(record.People, t => t.CarerId, p => p.Id, (t, p) => new { p.Id, Name = ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim(), t.Kind, t.LargePrint })
            .ToListAsync(cancel);
        Carers = [.. carers.Select(c => new SelectListItem($"{c.Name}, {c.Kind}{(c.LargePrint ? ", reads large print" : "")}", c.Id.ToString()))];
        Mine = await record.Packs.AsNoTracking().Where(p => p.PupilId == PupilId).OrderByDescending(p => p.AskedAt).ThenByDescending(p => p.Id).Take(Most).ToListAsync(cancel);
        return true;
    }
}

public sealed class PackForm
{
    [Display(Name = "Who is it for?")]
    public PackAudience? Audience { get; set; }

    [Display(Name = "Which parent or carer?", Description = "For a family’s pack. Each is told separately")]
    public string? CarerId { get; set; }

    [Display(Name = "From")]
    public string? From { get; set; }

    [Display(Name = "To")]
    public string? To { get; set; }

    [Display(Name = "What kind of file?")]
    public PackFormat? Format { get; set; }

    [Display(Name = "Large print, 18 point and more", Description = "A family’s pack is in large print by itself where the carer reads it")]
    public bool LargePrint { get; set; }

    [Display(Name = "With safeguarding records", Description = "For the next school they make a file of their own, apart from the main one")]
    public bool Safeguarding { get; set; }

    internal PackWish Wish(LocalDate? from, LocalDate? to, Id<Person>? reader) =>
        new() { Audience = Audience, Format = Format, From = from, To = to, LargePrint = LargePrint, Safeguarding = Safeguarding, CarerId = reader };
}
