using System.Globalization;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Schools;
using Kept.Domain.Search;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>The hub: every document that the viewer may see, filtered and searched inside.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private const int PageSize = 50;
    private const int MostPages = 200;
    private const int MostCounted = 2000;
    private const int YearsBack = 6;

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public DocumentFilter Filter { get; private set; } = new();

    public SearchWords? Words { get; private set; }

    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    public NamedPupil? Pupil { get; private set; }

    /// <summary>How many fit, up to a bound; beyond that the exact number helps nobody and costs.</summary>
    public int Count { get; private set; }

    public int Pages => Math.Min(MostPages, (Count + PageSize - 1) / PageSize);

    public SchoolDay Day => day;

    public string Query => DocumentQuery.Of(Request.Query);

    public bool IsFiltered => Query.Length > 0;

    public bool MayAdd => viewer.Sight.MayLog;

    public bool MayExport => viewer.Sight.MayExport;

    public string Says => Count >= MostCounted ? $"More than {MostCounted:N0} documents" : Count == 1 ? "1 document" : $"{Count:N0} documents";

    public IEnumerable<SelectListItem> DatedIn
    {
        get
        {
            var now = AcademicYear.Of(day.Today).Starts;
            return Enumerable.Range(0, YearsBack).Select(back => new AcademicYear(now - back))
                .Select(year => new SelectListItem(year.ToString(), year.Starts.ToString(CultureInfo.InvariantCulture), Filter.Dated == year));
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = DocumentFilter.Read(name => Request.Query[name]);
        Words = SearchWords.Read(Filter.Words);
        // Found once, counted and turned into a page here: what has a common word is looked through once.
        var found = await Filter.InOrder(record, day.Today).Select(d => d.Id).Take(MostCounted).ToListAsync(cancel);
        Count = found.Count;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var shown = found.Skip((Number - 1) * PageSize).Take(PageSize).ToList();
        var rows = await record.Rows(record.Documents.Where(d => shown.Contains(d.Id)), Words).ToListAsync(cancel);
        Rows = [.. rows.OrderBy(r => shown.IndexOf(r.Id))];
        TickedNone.Say(ModelState, TempData, Rows.Count > 0 ? Rows[0].Id : null);
        Pupil = Filter.Pupil is { } pupil ? await record.PupilAsync(pupil, cancel) : null;
    }

    public DocumentLine Line(DocumentRow row) => new(row, day.Today, Words, NamesPupils: true, MayExport);
}
