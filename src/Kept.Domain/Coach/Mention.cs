namespace Kept.Domain.Coach;

/// <summary>How well a mention names somebody who could own an action.</summary>
internal enum MentionKind
{
    Person,

    /// <summary>Fits two people: asked about, never guessed.</summary>
    Ambiguous,

    /// <summary>A person or role that the roster does not have.</summary>
    Unknown,
    Group,

    /// <summary>"TBC", "someone".</summary>
    Nobody
}

/// <summary>Words in a line that stand for somebody.</summary>
/// <param name="People">Whom it fits: one for a person, two or more where it is ambiguous.</param>
internal sealed record Mention(TextSpan Span, MentionKind Kind, IReadOnlyList<RosterPerson> People, string Words)
{
    public bool IsOne => Kind is MentionKind.Person or MentionKind.Ambiguous or MentionKind.Unknown;

    public bool CouldBeSame(Mention other) =>
        People.Intersect(other.People).Any();
}
