using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Proof;

/// <summary>That the record is intact, for governors and leaders: counts, and no child's name to whoever may not open that child's record.</summary>
[Authorize(Policies.Prove)]
public sealed class IndexModel(SchoolProofs proofs, VisibleRecord record, StaffViewer viewer, SchoolDay day, KeptAppOptions options) : PageModel
{
    private const int Step = 100;

    public ProofFigures Figures { get; private set; } = null!;

    /// <summary>Of the broken chains, the pupils that this viewer may see.</summary>
    public IReadOnlyList<BrokenPupil> Broken { get; private set; } = [];

    public string SchoolName => day.School.Name;

    public string Slug => day.School.Slug;

    public LocalDateTime? VerifiedAt => Figures.Latest?.At.InZone(Domain.Schools.School.Zone).LocalDateTime;

    public string? Seal => Figures.LastCheckpoint is { } last ? Domain.Ledger.Seal.InWords(last.Hash) : null;

    /// <summary>
    /// Not to the last one: whoever watched the number rise, while nothing changed that they may see, would know that something was written which is kept from
    /// them (rule 7).
    /// </summary>
    public static string Roughly(long events) => events < Step ? $"fewer than {Step}" : $"at least {(events / Step * Step).ToString("N0", CultureInfo.GetCultureInfo("en-GB"))}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Figures = await proofs.FiguresAsync(cancel);
        var chains = Figures.Latest?.Chains.Select(Id<Pupil>.Parse).ToArray() ?? [];
        if (chains.Length > 0)
        {
            Broken = await record.Pupils.AsNoTracking()
                .Where(p => chains.Contains(p.Id))
                .OrderBy(p => p.NameKey)
                .Take(ProofKept.MostChains)
                .Select(p => new BrokenPupil(p.Id, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName))
                .ToListAsync(cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using var key = LedgerKey.Open(options.Place.Directory);
        if (await proofs.VerifyNowAsync(day.School, viewer.PersonId, key, cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal.Sentence);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(cancel);
            return Page();
        }

        TempData.Say("The whole record of this school has been read and compared with its history");
        return Redirect("/proof");
    }
}

public sealed record BrokenPupil(Id<Pupil> Id, string Name);
