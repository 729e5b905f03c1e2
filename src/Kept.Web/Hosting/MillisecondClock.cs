using NodaTime;

namespace Kept.Web.Hosting;

/// <summary>Moments to the millisecond: databases keep different fractions, and the ledger must read back what it wrote.</summary>
public sealed class MillisecondClock(IClock finer) : IClock
{
#pragma warning disable RS0030 // The one place that names the system clock.
    public static MillisecondClock System { get; } = new(SystemClock.Instance);
#pragma warning restore RS0030

    public Instant GetCurrentInstant() => Instant.FromUnixTimeMilliseconds(finer.GetCurrentInstant().ToUnixTimeMilliseconds());
}
