using System.Net.Sockets;
using System.Threading.RateLimiting;
using Kept.Domain;
using Microsoft.AspNetCore.RateLimiting;

namespace Kept.Web.Access;

/// <summary>
/// How often somebody may try. For each address, generous, since a whole school shares one; for each account typed, tight. A node
/// counts for itself; the lockout that all nodes share is the account's own.
/// </summary>
public sealed class Tries : IDisposable
{
    /// <summary>The name of the limit for each address, put on the pages where a secret is typed.</summary>
    public const string PerAddress = "tries-per-address";

    /// <summary>The same where looking alone is work: for pages that anybody opens.</summary>
    public const string LooksPerAddress = "looks-per-address";

    /// <summary>As many as lock an account that exists, so that nobody learns which do.</summary>
    public const int BeforeLockout = 5;

    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> accounts = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetSlidingWindowLimiter(name, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = 30,
            Window = TimeSpan.FromMinutes(10),
            SegmentsPerWindow = 5
        }));

    private readonly PartitionedRateLimiter<string> strangers = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetFixedWindowLimiter(name, _ => new FixedWindowRateLimiterOptions { PermitLimit = BeforeLockout - 1, Window = Lockout }));

    public bool MayTry(string account) => Acquire(accounts, account);

    /// <summary>Counts a try at an account that is not there. False when one that is there would now be locked.</summary>
    public bool MayTryAsStranger(string account) => Acquire(strangers, account);

    public static void Limit(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(PerAddress, http => HttpMethods.IsPost(http.Request.Method) ? OfAnAddress(http) : RateLimitPartition.GetNoLimiter(""));
        limits.AddPolicy(LooksPerAddress, OfAnAddress);
    }

    public void Dispose()
    {
        accounts.Dispose();
        strangers.Dispose();
    }

    private static bool Acquire(PartitionedRateLimiter<string> limiter, string account)
    {
        using var lease = limiter.AttemptAcquire(Text.Key(account));
        return lease.IsAcquired;
    }

    private static RateLimitPartition<string> OfAnAddress(HttpContext http) => RateLimitPartition.GetTokenBucketLimiter(Network(http), _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = 200,
        TokensPerPeriod = 30,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1)
    });

    /// <summary>An IPv6 household has a whole /64 to try from.</summary>
    private static string Network(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString()
    };
}
