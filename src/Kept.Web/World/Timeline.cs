using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.World;

/// <summary>
/// What happens at a school, told in the order of time. A scene may lead to later ones; what would come after the present moment
/// is not told, so that it stands open.
/// </summary>
internal sealed class Timeline(Instant present)
{
    private readonly PriorityQueue<Func<Task>, (Instant At, int Order)> scenes = new();
    private Instant told = Instant.MinValue + Duration.FromDays(1);
    private int order;

    public LocalDate Today { get; } = present.InZone(School.Zone).Date;

    /// <summary>Never before what leads to it: something written down late is acted on later still.</summary>
    public void At(Instant moment, Func<Task> scene)
    {
        var at = Instant.Max(moment, told + Duration.FromMinutes(3));
        if (at <= present)
        {
            scenes.Enqueue(scene, (at, order++));
        }
    }

    public async Task TellAsync(StoryClock clock)
    {
        while (scenes.TryDequeue(out var scene, out var when))
        {
            clock.Now = told = when.At;
            await scene();
        }
    }

    /// <summary>A time of the school's day.</summary>
    public static Instant Moment(LocalDate day, int hour, int minute) =>
        day.At(new LocalTime(hour, minute)).InZoneLeniently(School.Zone).ToInstant();
}
