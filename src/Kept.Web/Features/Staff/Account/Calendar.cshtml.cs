using Kept.Domain.Access;
using Kept.Store.Views;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Account;

/// <summary>The secret address of one's own dates: made, shown once, taken back.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class CalendarModel(UserManager<Store.Accounts.Account> accounts, Entry entry, CalendarFeeds feeds, StaffViewer viewer) : FreshModel(accounts, entry)
{
    private const string Key = "Kept.NewCalendarAddress";

    public string? Address { get; private set; }

    /// <summary>The day the address was made, in words; null when there is none.</summary>
    public string? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Address = TempData[Key] as string;
        Made = await feeds.MadeAtAsync(viewer, cancel) is { } at ? Days.Full(at.InZone(Domain.Schools.School.Zone).Date) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData[Key] = $"{Request.Scheme}://{Request.Host}/feeds/{await feeds.MakeAsync(viewer, cancel)}/kept.ics";
        return Redirect("/account/calendar");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        await feeds.TakeBackAsync(viewer, cancel);
        TempData.Say("Your calendar address no longer works.");
        return Redirect("/account");
    }
}
