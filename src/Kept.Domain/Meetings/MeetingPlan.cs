using Kept.Domain.Access;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>What is settled about a meeting before it: everything that may be changed until it starts.</summary>
public sealed record MeetingPlan
{
    public const int PlaceMaxLength = 120;
    public const int AboutMaxLength = 300;
    public const int ShortestMinutes = 5;
    public const int LongestMinutes = 480;

    public required MeetingKind Kind { get; init; }
    public required LocalDate On { get; init; }
    public required LocalTime At { get; init; }
    public int Minutes { get; init; } = 45;

    /// <summary>"The library", "Teams", "at home".</summary>
    public string? Place { get; init; }

    /// <summary>One line on what it is about, where the kind does not say it.</summary>
    public string? About { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>A hard conversation: at least two colleagues must be there.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The same plan with white space tidied.</summary>
    internal MeetingPlan Tidied() => this with { Place = Text.Tidy(Place), About = Text.Tidy(About) };

    /// <summary>Everything that is wrong with it by itself, in the order of the form.</summary>
    internal IEnumerable<Refusal> Wrong(LocalDate today)
    {
        if (On < today.PlusYears(-1) || On > today.PlusYears(2))
        {
            yield return new Refusal(On < today ? "That is more than a year ago. Check the year" : "That is more than two years away. Check the year", nameof(On));
        }

        if (Minutes is < ShortestMinutes or > LongestMinutes)
        {
            yield return new Refusal($"Enter how many minutes it lasts, from {ShortestMinutes} to {LongestMinutes}", nameof(Minutes));
        }

        if (Text.Tidy(Place)?.Length > PlaceMaxLength)
        {
            yield return new Refusal($"The place must be {PlaceMaxLength} characters or fewer", nameof(Place));
        }

        if (Text.Tidy(About)?.Length > AboutMaxLength)
        {
            yield return new Refusal($"What it is about must be {AboutMaxLength} characters or fewer", nameof(About));
        }
    }
}
