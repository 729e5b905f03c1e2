using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Pupils;

/// <summary>One pupil on one page: what is open, who to tell and how, and the story.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class ShowModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Pupil> PupilId { get; set; }

    /// <summary>The page of the story.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public PupilRecord Shown { get; private set; } = null!;

    public SchoolDay Day => day;

    public bool MayLog => viewer.Sight.MayLog;

    public bool MayExport => viewer.Sight.MayExport;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await PupilRecord.OfAsync(record, PupilId, day, Number, cancel) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        Number = shown.Page;
        reads.Opened(viewer, PupilId, "pupil", day.Now);
        return Page();
    }

    public ActionRowView View(Store.Actions.ActionRow row) => new(row, day.Today, viewer.PersonId, $"/pupils/{PupilId}", ShowPupil: false);

    public static string HowToTell(CarerLine carer) => string.Join(" · ", new[]
    {
        carer.Method switch
        {
            ContactMethod.NotSaid => null,
            ContactMethod.InPerson => "in person",
            var method => method.ToString().ToLowerInvariant()
        },
        carer.Times,
        carer.Language is "en" ? null : carer.LanguageName,
        carer.Interpreter ? "interpreter needed" : null,
        carer.Format
    }.OfType<string>());
}
