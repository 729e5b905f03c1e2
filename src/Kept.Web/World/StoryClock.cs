using NodaTime;

namespace Kept.Web.World;

/// <summary>Stands at the moment that is being told, so that what is kept then carries that time.</summary>
internal sealed class StoryClock(Instant start) : IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;
}
