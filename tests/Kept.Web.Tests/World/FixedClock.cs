using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>A clock that stands still until a test moves it. It starts on a Tuesday in term, at half past nine in London.</summary>
public sealed class FixedClock : IClock
{
    public static readonly Instant Start = Instant.FromUtc(2026, 5, 5, 8, 30);

    public Instant Now { get; set; } = Start;

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
