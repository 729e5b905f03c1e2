using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>One document: what it is, its versions, and who looked at it.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class ShowModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Document> DocumentId { get; set; }

    public DocumentRow Row { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<OpeningLine> Openings { get; private set; } = [];

    public bool MayChange => viewer.Sight.MayLog;

    public LocalDate Today => day.Today;

    public VersionLine Current => Versions.First(v => v.Number == Row.Number);

    /// <summary>Whether search looks inside it, in words.</summary>
    public string Searchable => Current switch
    {
        { Text: TextState.Read } => "Yes, its words are found by search",
        { Text: TextState.Waiting } => "Its words are being read, which takes a minute",
        { TextProblem: { } problem } => $"No text could be read: {problem}",
        _ => "No"
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await record.DocumentRowAsync(DocumentId, cancel) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Versions = await record.VersionsAsync(DocumentId, cancel);
        Openings = await record.OpeningsAsync(DocumentId, cancel);
        reads.Opened(viewer, row, OpenedHow.Details, day.Now);
        return Page();
    }

    /// <summary>"5 May at 9.30am".</summary>
    public string At(Instant moment)
    {
        var local = moment.InZone(School.Zone).LocalDateTime;
        return $"{Days.Plain(local.Date, Today)} at {Days.Time(local.TimeOfDay)}";
    }

    public static string InWords(OpenedHow how) => how switch
    {
        OpenedHow.File => "took the file",
        OpenedHow.Preview => "read the preview",
        OpenedHow.Zip => "took it in a ZIP",
        _ => "opened this page"
    };
}
