using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>What part a date plays in its line.</summary>
internal enum DatePart
{
    /// <summary>"from Monday": when something starts.</summary>
    Start,

    /// <summary>"for two weeks": a length, counted from a start.</summary>
    Length,

    /// <summary>"on Monday", "after half-term".</summary>
    Mention,

    /// <summary>"by Friday", "until half-term".</summary>
    Deadline
}

/// <summary>One date in a line, and how firmly it was said.</summary>
/// <param name="On">Null where a date was meant and cannot be known: "after Christmas" beyond the calendar.</param>
/// <param name="Exact">Day and month were given.</param>
internal sealed record FoundDate(TextSpan Span, LocalDate? On, DatePart Part, bool Exact = false)
{
    /// <summary>Of a length, how to count it from a start.</summary>
    public Func<LocalDate, LocalDate?>? Count { get; init; }

    /// <summary>"today" and the like, which often say when something was agreed rather than when it is due.</summary>
    public bool Weak { get; init; }

    /// <summary>"the first week back": a weekday before it is in that week.</summary>
    public bool IsWeek { get; init; }

    /// <summary>"after half-term": a weekday before it means that weekday then.</summary>
    public bool After { get; init; }
}
