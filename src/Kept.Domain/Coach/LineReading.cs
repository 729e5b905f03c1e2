using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>A line as the coach understood it.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Owner">Null where nobody, a group or more than one person is named, and for an issue.</param>
/// <param name="Due">Null where no date was said, or none that the calendar knows, and for an issue.</param>
/// <param name="Act">What will be done, without the words for who and when: "Share a shorter start-of-day plan".</param>
/// <param name="Advice">What would make the line better, one of each kind. It never blocks.</param>
/// <param name="Splits">For two owners, the actions with one owner each that the line could become.</param>
public sealed record LineReading(
    string Text,
    LineKind Kind,
    RosterPerson? Owner,
    LocalDate? Due,
    string Act,
    IReadOnlyList<Advice> Advice,
    IReadOnlyList<SplitAction> Splits)
{
    /// <summary>Asks for the day where the words for it give none that can be meant; null where they do, and where there are none.</summary>
    public string? DateTrouble { get; init; }
}

/// <summary>One person's part of a line that named two.</summary>
/// <param name="Line">The part as a line of its own: "Mr Tom Ellis to move the table".</param>
public sealed record SplitAction(RosterPerson Owner, string Act, LocalDate? Due, string Line);
