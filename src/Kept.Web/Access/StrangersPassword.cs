using Kept.Store.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kept.Web.Access;

/// <summary>The password of nobody. Checking it takes as long as checking somebody's, so that time does not tell who has an account.</summary>
public sealed class StrangersPassword
{
    private readonly Account nobody = new();
    private readonly PasswordHasher<Account> hasher;
    private readonly string hash;

    public StrangersPassword(IOptions<PasswordHasherOptions> options)
    {
        hasher = new PasswordHasher<Account>(options);
        hash = hasher.HashPassword(nobody, Guid.NewGuid().ToString());
    }

    public void Check(string typed) => hasher.VerifyHashedPassword(nobody, hash, typed);
}
