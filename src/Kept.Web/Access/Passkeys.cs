using Kept.Domain;
using Kept.Store.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.Access;

/// <summary>Making and using passkeys: what the browser's answer means.</summary>
public sealed class Passkeys(SignInManager<Account> signIn)
{
    public const int NameMaxLength = 60;

    /// <summary>As JSON for the browser. The challenge goes with it in a cookie of its own, sealed.</summary>
    public Task<string> AskForAnyAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public Task<string> AskForOneOfAsync(Account account) => signIn.MakePasskeyRequestOptionsAsync(account);

    public Task<string> AskToMakeAsync(Account account, string name) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = account.Id.ToString(),
        Name = account.Email ?? name,
        DisplayName = name
    });

    /// <summary>Whose passkey this is; null when it is nobody's, or the answer is not to what was asked.</summary>
    public async Task<Account?> WhoseAsync(string? credential) => (await ProveAsync(credential))?.Account;

    /// <summary>The same, and which of their passkeys it is.</summary>
    public async Task<(Account Account, byte[] Passkey)?> ProveAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            var proof = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!proof.Succeeded)
            {
                return null;
            }

            // The count of uses is kept: one that goes backwards shows a copied key.
            await signIn.UserManager.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey);
            return (proof.User, proof.Passkey.CredentialId);
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked, or too long ago.
            return null;
        }
    }

    public async Task<Refusal?> KeepAsync(Account account, string? credential, string? name)
    {
        const string failed = "The passkey was not added. Try again, or use another device";
        if (string.IsNullOrEmpty(credential))
        {
            return new Refusal(failed);
        }

        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credential);
            if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString())
            {
                return new Refusal(failed);
            }

            made.Passkey.Name = Text.Tidy(name) is { } given ? given[..Math.Min(given.Length, NameMaxLength)] : "Passkey";
            if ((await signIn.UserManager.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded)
            {
                return null;
            }

            // Somebody ended this account’s passkeys in the same moment: this one is not left behind.
            await signIn.UserManager.RemovePasskeyAsync(account, made.Passkey.CredentialId);
            return new Refusal(failed);
        }
        catch (InvalidOperationException)
        {
            return new Refusal(failed);
        }
    }
}
