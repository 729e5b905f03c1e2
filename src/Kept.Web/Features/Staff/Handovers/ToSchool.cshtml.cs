using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Store.Transfers;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Hosting;
using Kept.Web.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>A pupil's record in a signed package for another school: what goes, what stays and why, and the key to read out by telephone.</summary>
[Authorize(Policies.Export)]
public sealed class ToSchoolModel(
    VisibleRecord record, StaffViewer viewer, SchoolDay day, PackageWriter writer, Uploads uploads, KeptAppOptions options, Reads reads) : PageModel
{
    private const string Ordinary = "kept-handover";
    private const string Guarded = "kept-safeguarding-handover";

    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    /// <summary>The package that was made a moment ago, for whoever made it.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Token { get; set; }

    [BindProperty]
    public ToSchoolForm Form { get; set; } = new();

    public string PupilName { get; private set; } = "";

    public StaysBehind Stays { get; private set; } = null!;

    /// <summary>The school's key, in sixteen characters.</summary>
    public string Key { get; private set; } = "";

    public string? DownloadLink { get; private set; }

    public string? Size { get; private set; }

    /// <summary>Only where there is anything to be asked for.</summary>
    public bool MaySafeguard => viewer.MaySee(Visibility.Safeguarding);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Made() is { } made)
        {
            var bytes = new FileInfo(made.Path).Length;
            Size = bytes >= 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB") : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} KB");
            DownloadLink = $"{Here}?handler=package&file={Uri.EscapeDataString(made.Token)}";
        }

        return Page();
    }

    /// <summary>After a day it is gone, and for anybody else it never was.</summary>
    public async Task<IActionResult> OnGetPackageAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Made() is not { } made)
        {
            return Redirect(Here);
        }

        reads.Opened(viewer, PupilId, "package", day.Now);
        return PhysicalFile(made.Path, "application/zip", made.Name);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var safeguarding = Form.Safeguarding && MaySafeguard;
        if (!TypedDay.Gone(Form.Agreed, day.Today, day.Calendar).Allowed(out var agreed, out var unread))
        {
            return this.PageWith(unread.About(nameof(ToSchoolForm.Agreed)));
        }

        if (agreed is null && !safeguarding)
        {
            return this.PageWith(new Refusal("Enter the day on which the family agreed what is shared", nameof(ToSchoolForm.Agreed)));
        }

        var made = uploads.Place(string.Create(CultureInfo.InvariantCulture, $"{(safeguarding ? Guarded : Ordinary)}-{day.Today:uuuu-MM-dd}.zip"), viewer.PersonId.Value);
        if (await WriteAsync(made, safeguarding, agreed, cancel) is { } refused)
        {
            Uploads.Forget(made);
            return this.PageWith(refused.Field is nameof(Manifest.AgreedOn) ? refused.About(nameof(ToSchoolForm.Agreed)) : refused);
        }

        TempData.Say("The package is made. Download it below.");
        return Redirect($"{Here}?file={Uri.EscapeDataString(made.Token)}");
    }

    private string Here => $"/pupils/{PupilId}/handover/school";

    private async Task<Refusal?> WriteAsync(Upload made, bool safeguarding, LocalDate? agreed, CancellationToken cancel)
    {
        using var key = LedgerKey.OpenOrMake(options.Place.Directory);
        await using var to = new FileStream(made.Path, FileMode.CreateNew, FileAccess.ReadWrite);
        return (await writer.PackAsync(PupilId, key, safeguarding, agreed, to, cancel)).Refused(out var refused) ? refused : null;
    }

    /// <summary>Only while they may still see what is in it.</summary>
    private Upload? Made() =>
        uploads.Find(Token, viewer.PersonId.Value) is { } upload && (MaySafeguard || !upload.Name.StartsWith(Guarded, StringComparison.Ordinal)) ? upload : null;

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await record.Pupils.Where(p => p.Id == PupilId).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefaultAsync(cancel) is not { } name)
        {
            return false;
        }

        using var key = LedgerKey.OpenOrMake(options.Place.Directory);
        (PupilName, Key) = (name, key.InWords);
        Stays = await StaysBehind.OfAsync(record, PupilId, safeguarding: false, cancel);
        return true;
    }
}

public sealed class ToSchoolForm
{
    [Display(Name = "When did the family agree what is shared?", Description = "What goes to the next school is agreed with the family first (SEND Code 6.57)")]
    public string? Agreed { get; set; }

    [Display(Name = "The safeguarding leads’ package instead", Description = "It goes apart, to the safeguarding lead of the other school, after the record itself. Nothing else is in it")]
    public bool Safeguarding { get; set; }
}
