using Kept.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kept.Store.Accounts;

/// <summary>Holds every password to the domain's rule, whichever page or command sets it.</summary>
public sealed class PasswordRule : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Password.Check(password, user.Email?.Split('@')[0]) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = nameof(Password), Description = refusal.Sentence })
            : IdentityResult.Success);
}
