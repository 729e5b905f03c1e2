using Kept.Domain.Access;
using Kept.Store;
using Kept.Store.Coming;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Calendar;

/// <summary>A month of what comes back on a date: one calendar for everything that is due or to be reviewed.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    /// <summary>"2026-05"; anything else is this month.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>"mine" or "all"; empty for what the role usually wants.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    public LocalDate Today => day.Today;

    public YearMonth Shown { get; private set; }

    public ComingDays Coming { get; private set; } = new([], ThereAreMore: false);

    public bool Everybodys => Components.Whose.IsEverybodys(Whose, viewer);

    public IEnumerable<IGrouping<LocalDate, ComingRow>> Weeks => Coming.Rows.GroupBy(r => r.On.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)));

    public string Link(YearMonth month) => $"/calendar?month={MonthOf.Write(month)}{(Whose is null ? "" : $"&whose={(Everybodys ? "all" : "mine")}")}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = MonthOf.Read(Month) ?? Today.ToYearMonth();
        var month = Shown.ToDateInterval();
        Coming = await ComingDays.BetweenAsync(record, month.Start, month.End, mine: !Everybodys, cancel);
    }

    /// <summary>What lies behind us and still waits is late.</summary>
    public string Edge(ComingRow row) => row.On < Today ? "late" : row.On == Today ? "due" : "";

    public string When(ComingRow row) => row.At is { } time ? Days.DayAndTime(row.On, time, Today) : Days.Brief(row.On, Today);
}
