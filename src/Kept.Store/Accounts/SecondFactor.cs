using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kept.Domain;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Kept.Store.Accounts;

/// <summary>What an account has besides its password: an authenticator app, passkeys, recovery codes. Each code works once.</summary>
public sealed class SecondFactor(UserManager<Account> accounts, IClock clock)
{
    public const int RecoveryCodes = 10;

    private const string Ours = "Kept";
    private const string Key = "totp-key";
    private const string LastStep = "totp-last-step";
    private const string Recovery = "recovery-codes";

    /// <summary>No zero and O, no one and l: these are read from paper.</summary>
    private const string Readable = "23456789abcdefghjkmnpqrstuvwxyz";

    public async Task<bool> HasAppAsync(Account account) =>
        await accounts.GetAuthenticationTokenAsync(account, Ours, Key) is not null;

    public async Task<bool> HasPasskeyAsync(Account account) => (await accounts.GetPasskeysAsync(account)).Count > 0;

    public async Task<bool> HasAnyAsync(Account account) => await HasAppAsync(account) || await HasPasskeyAsync(account);

    /// <summary>Keeps the app's secret once a code has shown that the app has it. Replaces the one before.</summary>
    public async Task<Refusal?> KeepAppAsync(Account account, string key, string? typed)
    {
        if (Totp.StepOf(key, Digits(typed), clock.GetCurrentInstant()) is not { } step)
        {
            return new Refusal("That is not the code that the app shows now. Check that your phone sets its own time, then type the newest code");
        }

        await accounts.SetAuthenticationTokenAsync(account, Ours, Key, key);
        await RememberAsync(account, step);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        return null;
    }

    public async Task<bool> TakesCodeAsync(Account account, string? typed)
    {
        if (await accounts.GetAuthenticationTokenAsync(account, Ours, Key) is not { } key
            || Totp.StepOf(key, Digits(typed), clock.GetCurrentInstant()) is not { } step)
        {
            return false;
        }

        // The account's concurrency stamp lets one of two at the same moment through.
        return step > await LastStepAsync(account) && (await RememberAsync(account, step)).Succeeded;
    }

    /// <summary>Ten new codes, to be shown once; the ones before stop working. Only their hashes are kept.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Readable, 10)).ToList();
        await accounts.SetAuthenticationTokenAsync(account, Ours, Recovery, string.Join(' ', codes.Select(Hash)));
        return [.. codes.Select(code => $"{code[..5]}-{code[5..]}")];
    }

    public async Task<bool> TakesRecoveryCodeAsync(Account account, string? typed)
    {
        var hashes = await RecoveryHashesAsync(account);
        var plain = string.Concat((typed ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return hashes.Remove(Hash(plain))
            && (await accounts.SetAuthenticationTokenAsync(account, Ours, Recovery, string.Join(' ', hashes))).Succeeded;
    }

    public async Task<int> RecoveryCodesLeftAsync(Account account) => (await RecoveryHashesAsync(account)).Count;

    /// <summary>For whoever lost everything, when their school has invited them anew.</summary>
    public async Task ForgetAllAsync(Account account)
    {
        foreach (var name in (string[])[Key, LastStep, Recovery])
        {
            await accounts.RemoveAuthenticationTokenAsync(account, Ours, name);
        }

        foreach (var passkey in await accounts.GetPasskeysAsync(account))
        {
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
    }

    private async Task<List<string>> RecoveryHashesAsync(Account account) =>
        [.. (await accounts.GetAuthenticationTokenAsync(account, Ours, Recovery) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private async Task<long> LastStepAsync(Account account) =>
        long.TryParse(await accounts.GetAuthenticationTokenAsync(account, Ours, LastStep), CultureInfo.InvariantCulture, out var step) ? step : 0;

    private Task<IdentityResult> RememberAsync(Account account, long step) =>
        accounts.SetAuthenticationTokenAsync(account, Ours, LastStep, step.ToString(CultureInfo.InvariantCulture));

    /// <summary>Apps show "123 456", and people type it so.</summary>
    private static string Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit));

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
