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
        var documents = Filter.Of(record, day.Today);
        Count = await documents.Select(d => d.Id).Take(MostCounted).CountAsync(cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var ordered = Filter.ReviewDue
            ? documents.OrderBy(d => d.ReviewOn).ThenBy(d => d.Id)
            : documents.OrderByDescending(d => d.DatedOn).ThenByDescending(d => d.Id);
        var rows = await record.Rows(ordered.Skip((Number - 1) * PageSize).Take(PageSize), Words).ToListAsync(cancel);
        Rows = Filter.ReviewDue ? [.. rows.OrderBy(r => r.ReviewOn).ThenBy(r => r.Id)] : [.. rows.OrderByDescending(r => r.DatedOn).ThenByDescending(r => r.Id)];
        Pupil = Filter.Pupil is { } pupil ? await record.PupilAsync(pupil, cancel) : null;
    }

    public DocumentLine Line(DocumentRow row) => new(row, day.Today, Words, NamesPupils: true, MayExport);
}
