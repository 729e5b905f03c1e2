using Kept.Domain.Access;
using Kept.Store;
using Kept.Store.Coming;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Today;

/// <summary>What is late, due and waited for, and whose it is. Looking at it clears nothing (rule 13).</summary>
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    /// <summary>"mine" or "all"; empty for what the role usually wants.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    public SchoolDay Day => day;

    public StaffViewer Viewer => viewer;

    public DayList List { get; private set; } = DayList.Empty;

    public bool SeesRecord => viewer.Sight.MaySee.Count > 0;

    public bool Everybodys => Components.Whose.IsEverybodys(Whose, viewer);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (SeesRecord)
        {
            List = await DayList.OfAsync(record, day, Everybodys, cancel);
        }
    }

    public ActionRowView View(Store.Actions.ActionRow row) => new(row, day.Today, viewer.PersonId, Request.Path + Request.QueryString);

    /// <summary>Only for those who may write: the others see what there is to do, and whose it is.</summary>
    public ShellLink? Act(ComingRow row) => viewer.Sight.MayLog ? ComingPlaces.Act(row) : null;
}
