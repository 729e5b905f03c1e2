using Microsoft.AspNetCore.Identity;

namespace Kept.Store.Accounts;

/// <summary>Each account has an email address of its own; a family’s has none.</summary>
public sealed class AccountRule : UserValidator<Account>
{
    public override Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) =>
        user.IsOfAFamily ? Task.FromResult(IdentityResult.Success) : base.ValidateAsync(manager, user);
}
