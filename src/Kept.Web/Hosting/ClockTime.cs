using NodaTime;

namespace Kept.Web.Hosting;

/// <summary>Our clock in the framework's own word for one, so that cookies grow old by the same time as everything else.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
