using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kept.Web.Features.Family.Account;

/// <summary>The phones that let a carer in. One is added only soon after a letter or a link; removed at any time, since that opens nothing.</summary>
public sealed class IndexModel(
    UserManager<Store.Accounts.Account> accounts, FamilyPhones phones, FamilyVisit visit, FamilyLanguage language, IClock clock) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? Id { get; set; }

    public Wording Words => language.Words;

    public LocalDate Today => clock.GetCurrentInstant().InZone(Domain.Schools.School.Zone).Date;

    public IReadOnlyList<FamilyPhone> Phones { get; private set; } = [];

    public bool IsFresh { get; private set; }

    public bool IsFull => Phones.Count >= FamilyPhones.Most;

    public bool MayAdd => IsFresh && !IsFull;

    public async Task OnGetAsync()
    {
        await FindAsync();
        Name = Words["phone.mine"];
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var account = await FindAsync();
        return MayAdd ? Content(await phones.AskToMakeAsync(account, visit.Places[0].Viewer.Name), "application/json") : BadRequest();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await FindAsync();
        if (!MayAdd || !await phones.KeepAsync(account, Credential, string.IsNullOrWhiteSpace(Name) ? Words["phone.mine"] : Name))
        {
            ModelState.AddModelError("", Words[MayAdd ? "phone.failed" : IsFull ? "phone.full" : "phone.fresh"]);
            return this.PageWithErrors();
        }

        TempData.Say(Words["phone.done"]);
        return Redirect(FamilyLinks.Phones);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var account = await FindAsync();
        if (await phones.RemoveAsync(account, Id) is { } name)
        {
            await HttpContext.StayInAsync(account.Id, account.SecurityStamp!);
            TempData.Say(Words.Say("phone.removed", ("name", name)));
        }

        return Redirect(FamilyLinks.Phones);
    }

    private async Task<Store.Accounts.Account> FindAsync()
    {
        var account = (await accounts.FindByIdAsync(visit.AccountId.ToString()))!;
        Phones = await phones.OfAsync(account);
        IsFresh = await HttpContext.CameInLatelyAsync();
        return account;
    }
}
