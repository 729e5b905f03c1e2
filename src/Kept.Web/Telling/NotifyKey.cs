using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Kept.Web.Telling;

/// <summary>A key of GOV.UK Notify: whose it is, and the secret that signs.</summary>
public sealed class NotifyKey
{
    private const int UuidLength = 36;
    private const int MarkLength = 32;

    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    private readonly byte[] secret;

    private NotifyKey(Guid service, Guid secret)
    {
        ServiceId = service.ToString();
        this.secret = Encoding.ASCII.GetBytes(secret.ToString());
        Mark = $"notify-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{service}-{secret}")))[..MarkLength]}";
    }

    public string ServiceId { get; }

    /// <summary>
    /// Tells this key from every other, and nothing of it. Notify shows what was sent with a live key to no other kind of key, so that “not there” is only sure from the very key.
    /// </summary>
    public string Mark { get; }

    /// <summary>Of "name-service-secret", where both are UUIDs; null of anything else.</summary>
    public static NotifyKey? Read(string? typed)
    {
        var key = typed?.Trim() ?? "";
        return key.Length > (2 * UuidLength) + 2
            && key[^(UuidLength + 1)] == '-' && key[^((2 * UuidLength) + 2)] == '-'
            && Guid.TryParseExact(key[^UuidLength..], "D", out var secret)
            && Guid.TryParseExact(key[^((2 * UuidLength) + 1)..^(UuidLength + 1)], "D", out var service)
                ? new NotifyKey(service, secret)
                : null;
    }

    /// <summary>
    /// Says who asks (a JSON Web Token, signed with HMAC-SHA256). Notify takes it for 30 seconds: a request that was held up for longer, on a machine that stood still, is refused
    /// and cannot arrive beside another.
    /// </summary>
    public string Token(Instant at)
    {
        var said = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { iss = ServiceId, iat = at.ToUnixTimeSeconds() }))}";
        return $"{said}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(said)))}";
    }
}
