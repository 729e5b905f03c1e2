using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Meetings;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>What is coming, what was, and whether each pupil on SEN support has had three in the year.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private const int PageSize = 40;
    private const int LastPage = 200;

    /// <summary>coming, past or board.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "show")]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "after")]
    public int After { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "before")]
    public int? Before { get; set; }

    public string Shows => View is "past" or "board" ? View : "coming";

    public int Number => Math.Clamp(Before is { } page ? page - 1 : After, 0, LastPage);

    public LocalDate Today => day.Today;

    public bool MayLog => viewer.Sight.MayLog;

    public AcademicYear Year => AcademicYear.Of(Today);

    public int AYear => MeetingTerms.On(Today).AYear;

    public IReadOnlyList<MeetingRow> Rows { get; private set; } = [];

    /// <summary>Planned for a day gone by, and nobody has said what became of them.</summary>
    public IReadOnlyList<MeetingRow> Forgotten { get; private set; } = [];

    /// <summary>Planned for the next working days, with a carer who has no interpreter yet.</summary>
    public IReadOnlyList<MeetingRow> WithoutInterpreter { get; private set; } = [];

    public IReadOnlyList<BoardRow> Board { get; private set; } = [];

    public bool HasMore { get; private set; }

    public int? PageBefore => Number > 0 ? Number : null;

    public int? PageAfter => HasMore ? Number + 1 : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Shows is "board")
        {
            var board = await record.BoardAsync(Year, Today, Number, cancel);
            HasMore = board.Count > YearBoard.PageSize && Number < LastPage;
            Board = [.. board.Take(YearBoard.PageSize)];
            return;
        }

        var rows = Shows is "past" ? await PastAsync(cancel) : await ComingAsync(cancel);
        HasMore = rows.Count > PageSize && Number < LastPage;
        Rows = [.. rows.Take(PageSize)];
    }

    private async Task<List<MeetingRow>> ComingAsync(CancellationToken cancel)
    {
        var today = Today;
        if (Number == 0)
        {
            WithoutInterpreter = await record.WithoutAnInterpreterAsync(today, LastDayToLook(), cancel);
            Forgotten = await record.Rows(record.Meetings
                    .Where(m => m.Status == MeetingStatus.Planned && m.On < today)
                    .OrderByDescending(m => m.On).ThenBy(m => m.Id)
                    .Take(PageSize))
                .ToListAsync(cancel);
        }

        var rows = await record.Rows(record.Meetings
                .Where(m => m.Status == MeetingStatus.Running || (m.Status == MeetingStatus.Planned && m.On >= today))
                .OrderBy(m => m.On).ThenBy(m => m.At).ThenBy(m => m.Id)
                .Skip(Number * PageSize).Take(PageSize + 1))
            .ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.On).ThenBy(r => r.At)];
    }

    private LocalDate LastDayToLook()
    {
        var last = Today;
        for (var ahead = 0; ahead < InterpreterRequest.LookWithin; ahead++)
        {
            last = day.Calendar.NextWorkingDay(last) ?? last.PlusDays(1);
        }

        return last;
    }

    private async Task<List<MeetingRow>> PastAsync(CancellationToken cancel)
    {
        var rows = await record.Rows(record.Meetings
                .Where(m => m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Cancelled)
                .OrderByDescending(m => m.On).ThenByDescending(m => m.At).ThenBy(m => m.Id)
                .Skip(Number * PageSize).Take(PageSize + 1))
            .ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.On).ThenByDescending(r => r.At)];
    }
}
