using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>What somebody had typed and sent when they turned out to be signed out.</summary>
/// <param name="Address">Where it was going: path and query.</param>
/// <param name="Account">Whose it is, where the old cookie still said so; nobody else gets to see it.</param>
/// <param name="Until">After this it is gone, in seconds since 1970.</param>
public sealed record CarriedForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, Guid? Account, long Until);

/// <summary>
/// Seals what was typed, so that the browser itself carries it through the sign-in pages in a hidden field: nothing of it is kept
/// here for somebody who may never come back, and nobody can make one up.
/// </summary>
public sealed class CarriedForms(IDataProtectionProvider protection, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("Kept.CarriedForm.1");

    public string Seal(string address, IReadOnlyList<KeyValuePair<string, string>> fields, Guid? account)
    {
        var until = (clock.GetCurrentInstant() + Lasts).ToUnixTimeSeconds();
        return protector.Protect(JsonSerializer.Serialize(new CarriedForm(address, fields, account, until)));
    }

    /// <summary>Null when it is not ours, or too old.</summary>
    public CarriedForm? Open(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
        {
            return null;
        }

        try
        {
            var form = JsonSerializer.Deserialize<CarriedForm>(protector.Unprotect(carried));
            return form is not null && clock.GetCurrentInstant().ToUnixTimeSeconds() < form.Until ? form : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
