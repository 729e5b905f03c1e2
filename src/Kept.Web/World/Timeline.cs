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
    private int order;

    public LocalDate Today { get; } = present.InZone(School.Zone).Date;

    public void At(Instant moment, Func<Task> scene)
    {
        if (moment <= present)
        {
            scenes.Enqueue(scene, (moment, order++));
        }
    }

    public async Task TellAsync(StoryClock clock)
    {
        while (scenes.TryDequeue(out var scene, out var when))
        {
            clock.Now = when.At;
            await scene();
        }
    }

    /// <summary>A time of the school's day.</summary>
    public static Instant Moment(LocalDate day, int hour, int minute) =>
        day.At(new LocalTime(hour, minute)).InZoneLeniently(School.Zone).ToInstant();
}
