using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Why the words for a day give none that can be meant.</summary>
public enum DateDoubtReason
{
    /// <summary>31 February, or the 25th month.</summary>
    NoSuchDay,

    /// <summary>Before the day on which it was said.</summary>
    Gone,

    /// <summary>So far ahead that a year was mistyped.</summary>
    TooFar
}

/// <summary>Words that look like a date and give no day that can be meant. They stay where they are, and the day is asked for.</summary>
public sealed record DateDoubt(TextSpan Words, DateDoubtReason Reason)
{
    /// <summary>Nobody agrees an action for longer.</summary>
    public const int MostYears = 2;

    public static bool IsTooFar(LocalDate due, LocalDate said) => due > said.PlusYears(MostYears);

    internal static DateDoubt? Of(FoundDate due, LocalDate said) => due.On switch
    {
        null => new DateDoubt(due.Span, DateDoubtReason.NoSuchDay),
        { } on when on < said => new DateDoubt(due.Span, DateDoubtReason.Gone),
        { } on when IsTooFar(on, said) => new DateDoubt(due.Span, DateDoubtReason.TooFar),
        _ => null
    };
}
