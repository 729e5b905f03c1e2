using System.Buffers.Text;
using Kept.Store.Accounts;
using Kept.Store.Families;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>A phone that lets a carer in.</summary>
/// <param name="Id">Names it on a form.</param>
/// <param name="LastUsed">Null where it has not been used yet.</param>
public sealed record FamilyPhone(string Id, string Name, LocalDate Added, LocalDate? LastUsed);

/// <summary>A carer’s passkeys. What they open is what a letter or a link opens, and no more.</summary>
public sealed class FamilyPhones(UserManager<Account> accounts, Passkeys passkeys, LastUse uses, FamilyPlaces places, IClock clock)
{
    /// <summary>A phone, a newer one, and some of the household.</summary>
    public const int Most = 5;

    public Task<string> AskForAnyAsync() => passkeys.AskForAnyAsync();

    /// <summary>Whom to let in; null as well for a passkey of staff, and for a carer who may be told of no child: nobody learns which.</summary>
    public async Task<Guid?> WhoseAsync(string? credential, CancellationToken cancel)
    {
        if (await passkeys.ProveAsync(credential) is not var (account, passkey)
            || await places.FindAsync(account.Id, account.SecurityStamp ?? "", cancel) is not { } found
            || found.All(p => p.Children.Count == 0))
        {
            return null;
        }

        await uses.RememberAsync(account, passkey, clock.GetCurrentInstant());
        return account.Id;
    }

    public async Task<IReadOnlyList<FamilyPhone>> OfAsync(Account account)
    {
        List<FamilyPhone> phones = [];
        foreach (var passkey in (await accounts.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt))
        {
            phones.Add(new FamilyPhone(
                Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", Day(Instant.FromDateTimeOffset(passkey.CreatedAt)),
                await uses.OfAsync(account, passkey.CredentialId) is { } at ? Day(at) : null));
        }

        return phones;
    }

    public Task<string> AskToMakeAsync(Account account, string carer) => passkeys.AskToMakeAsync(account, carer);

    /// <summary>False where it did not go through.</summary>
    public async Task<bool> KeepAsync(Account account, string? credential, string name) => await passkeys.KeepAsync(account, credential, name) is null;

    /// <summary>Ends a passkey, and whatever is open anywhere on this account.</summary>
    /// <returns>What it was called; null where it is none of theirs.</returns>
    public async Task<string?> RemoveAsync(Account account, string? id)
    {
        if (id is not { Length: > 0 } || !Base64Url.IsValid(id) || await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) is not { } passkey)
        {
            return null;
        }

        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await uses.ForgetAsync(account, passkey.CredentialId);
        await accounts.UpdateSecurityStampAsync(account);
        return passkey.Name ?? "";
    }

    private static LocalDate Day(Instant at) => at.InZone(Domain.Schools.School.Zone).Date;
}
