using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>What is settled about a surgery when it is offered.</summary>
public sealed record SurgeryPlan
{
    public const int MostSlots = 20;
    public const int ShortestSlot = 5;
    public const int LongestSlot = 60;

    public required IsoDayOfWeek Weekday { get; init; }

    /// <summary>When the first slot begins.</summary>
    public required LocalTime From { get; init; }

    /// <summary>How many slots follow one another.</summary>
    public required int Slots { get; init; }

    /// <summary>How long each of them is.</summary>
    public required int Minutes { get; init; }

    public string? Place { get; init; }

    /// <summary>When the last slot ends; what would be after midnight is not one day’s surgery.</summary>
    public bool EndsThatDay => From.TickOfDay + (NodaConstants.TicksPerMinute * Minutes * Slots) < NodaConstants.TicksPerDay;

    /// <summary>Everything that is wrong with it, in the order of the form.</summary>
    internal IEnumerable<Refusal> Wrong()
    {
        if (Weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Friday)
        {
            yield return new Refusal("Choose a day of the school week", nameof(Weekday));
        }

        if (Minutes is < ShortestSlot or > LongestSlot)
        {
            yield return new Refusal($"Enter how many minutes each family has, from {ShortestSlot} to {LongestSlot}", nameof(Minutes));
        }

        if (Slots is < 1 or > MostSlots)
        {
            yield return new Refusal($"Enter how many families it has time for, from 1 to {MostSlots}", nameof(Slots));
        }
        else if (!EndsThatDay)
        {
            yield return new Refusal("That goes on after midnight. Check the time and how many families", nameof(Slots));
        }

        if (Text.Tidy(Place)?.Length > MeetingPlan.PlaceMaxLength)
        {
            yield return new Refusal($"The place must be {MeetingPlan.PlaceMaxLength} characters or fewer", nameof(Place));
        }
    }
}
