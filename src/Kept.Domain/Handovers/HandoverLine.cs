using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Handovers;

/// <summary>What a line hands over.</summary>
public enum HandoverPart
{
    /// <summary>What matters now, in a few words.</summary>
    Matters,

    /// <summary>An action that is still to do, and who shall own it.</summary>
    Action,

    /// <summary>What is still open with the family.</summary>
    Question
}

/// <summary>
/// One line of a handover. It is acknowledged by itself, or asked about. An action and a logged contact are named and not copied,
/// so that what is later corrected, or shown to fewer people, is so here too.
/// </summary>
public sealed class HandoverLine : IAboutPupil
{
    public const int WordsMaxLength = 200;
    public const int AskedMaxLength = 500;

    public required Id<HandoverLine> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Handover> HandoverId { get; init; }

    /// <summary>Where it stands on the page, from 1.</summary>
    public required int Number { get; init; }

    public required HandoverPart Part { get; init; }

    /// <summary>Null for an action and for a logged contact: they have their own.</summary>
    public string? Words { get; init; }

    public Id<AgreedAction>? ActionId { get; init; }

    /// <summary>Who shall own the action; carried out when the line is acknowledged.</summary>
    public Id<Person>? ProposedOwnerId { get; init; }

    public Id<Enquiry>? EnquiryId { get; init; }

    /// <summary>As its action's or its contact's; the giver's own words are for staff who work with the pupil.</summary>
    public required Visibility Visibility { get; init; }

    public Instant? AcknowledgedAt { get; private set; }

    /// <summary>What the receiving adult asks instead of acknowledging.</summary>
    public string? Asked { get; private set; }

    public Instant? AskedAt { get; private set; }
    public string? Answer { get; private set; }
    public Id<Person>? AnsweredById { get; private set; }
    public Instant? AnsweredAt { get; private set; }

    /// <summary>Raised with every change; a save from an older version is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Asked about, and nobody has answered: the giver's turn.</summary>
    public bool WaitsForAnAnswer => AcknowledgedAt is null && AskedAt is not null && AnsweredAt is null;

    internal void Acknowledge(Instant at)
    {
        AcknowledgedAt = at;
        Version++;
    }

    internal void Ask(string words, Instant at)
    {
        (Asked, AskedAt) = (words, at);
        (Answer, AnsweredById, AnsweredAt) = (null, null, null);
        Version++;
    }

    internal void Reply(string words, Id<Person> by, Instant at)
    {
        (Answer, AnsweredById, AnsweredAt) = (words, by, at);
        Version++;
    }
}
