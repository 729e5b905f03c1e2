using System.Security.Claims;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.People;
using Kept.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>For somebody at several schools: which one now. On the way in, and later to change.</summary>
public sealed class SchoolsModel(UserManager<Account> accounts, Viewers viewers, Entry entry, CurrentVisit visit) : StepModel
{
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(Id<School> schoolId, CancellationToken cancel)
    {
        if (await WhoAsync() is not ({ } account, { } strength))
        {
            return GoOn("/sign-in");
        }

        Places = await viewers.PlacesAsync(account.Id, cancel);
        if (Places.All(place => place.SchoolId != schoolId))
        {
            return NotFound();
        }

        await entry.EnterAtAsync(HttpContext, account, schoolId, strength);
        return GoHome();
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await WhoAsync() is not ({ } account, not null))
        {
            return GoOn("/sign-in");
        }

        Places = await viewers.PlacesAsync(account.Id, HttpContext.RequestAborted);
        return Places.Count is 0 && Url.IsLocalUrl(ReturnUrl) && ReturnUrl.StartsWith("/invitation?", StringComparison.Ordinal)
            ? LocalRedirect(ReturnUrl)
            : Page();
    }

    private async Task<(Account? Account, string? Strength)> WhoAsync()
    {
        if (visit.IsSignedIn)
        {
            return (await accounts.GetUserAsync(User), User.FindFirstValue(SignInClaims.Strength));
        }

        var half = await HttpContext.HalfwayAsync(accounts);
        return (half?.Account, half?.Strength);
    }
}
