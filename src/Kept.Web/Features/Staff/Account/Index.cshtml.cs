using System.Buffers.Text;
using System.Globalization;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.People;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Staff.Account;

/// <summary>Who one is here, and how one signs in.</summary>
public sealed class IndexModel(
    UserManager<Store.Accounts.Account> accounts, SecondFactor factor, Entry entry, Viewers viewers, CurrentVisit visit) : PageModel
{
    public string Name => visit.SignedIn.Viewer.Name;

    public string School => visit.SignedIn.School.Name;

    public string Roles { get; private set; } = "";

    public string Email { get; private set; } = "";

    public bool HasPassword { get; private set; }

    public bool HasApp { get; private set; }

    /// <summary>Whoever sees no record has no dates either.</summary>
    public bool HasDates => visit.SignedIn.Viewer.Sight.MaySee.Count > 0;

    public bool AtSeveral { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = (await accounts.GetUserAsync(User))!;
        var viewer = visit.SignedIn.Viewer;
        Roles = viewer.Roles.Count is 0 ? "None yet" : string.Join(", ", viewer.Roles.Select(role => role.InWords()));
        Email = account.Email ?? "";
        HasPassword = account.PasswordHash is not null;
        HasApp = await factor.HasAppAsync(account);
        CodesLeft = await factor.RecoveryCodesLeftAsync(account);
        AtSeveral = (await viewers.PlacesAsync(account.Id, cancel)).Count > 1;
        Passkeys = [.. (await accounts.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt).Select(PasskeyRow.Of)];
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        await accounts.UpdateSecurityStampAsync(account);
        await entry.RenewAsync(HttpContext, account, proven: false);
        TempData.Say("You are signed out everywhere else.");
        return Redirect("/account");
    }
}

/// <summary>One passkey on the list.</summary>
public sealed record PasskeyRow(string Id, string Name, string Added)
{
    public static PasskeyRow Of(UserPasskeyInfo passkey) => new(
        Base64Url.EncodeToString(passkey.CredentialId),
        passkey.Name ?? "Passkey",
        Instant.FromDateTimeOffset(passkey.CreatedAt).InZone(Domain.Schools.School.Zone).Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}
