using Kept.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Schools;

/// <summary>A one-time way to set up the first school of an empty database.</summary>
public sealed class SetUpKey
{
    public required byte[] SecretHash { get; init; }
    public required Instant Until { get; init; }
}

/// <summary>
/// The one-time way into an empty Kept. Printed where only whoever runs the machine reads it; of no use once there is a school.
/// </summary>
public static class SetUpKeys
{
    public static readonly Duration Lasts = Duration.FromHours(24);

    /// <summary>A new token; null when there is a school already.</summary>
    public static async Task<string?> NewAsync(Database database, IClock clock, CancellationToken cancel = default)
    {
        await using var db = database.Open(new Tenancy());
        if (await db.Schools.AnyAsync(cancel))
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        await db.SetUpKeys.Where(k => k.Until <= now).ExecuteDeleteAsync(cancel);
        var secret = Secret.New();
        db.SetUpKeys.Add(new SetUpKey { SecretHash = Secret.Hash(secret), Until = now + Lasts });
        await db.SaveChangesAsync(cancel);
        return Secret.Write(secret);
    }

    internal static async Task<bool> FitsAsync(KeptDb db, string? token, Instant now, CancellationToken cancel)
    {
        if (Secret.Read(token) is not { } secret)
        {
            return false;
        }

        var hash = Secret.Hash(secret);
        return await db.SetUpKeys.AnyAsync(k => k.SecretHash == hash && k.Until > now, cancel) && !await db.Schools.AnyAsync(cancel);
    }

    /// <summary>Uses every key up, if this one still fits. Within the transaction that opens the school, so that only one ever does.</summary>
    internal static async Task<bool> UseAsync(KeptDb db, string? token, Instant now, CancellationToken cancel) =>
        await FitsAsync(db, token, now, cancel) && await db.SetUpKeys.ExecuteDeleteAsync(cancel) > 0;
}

internal sealed class SetUpKeyMapping : IEntityTypeConfiguration<SetUpKey>
{
    public void Configure(EntityTypeBuilder<SetUpKey> key) => key.HasKey(k => k.SecretHash);
}
