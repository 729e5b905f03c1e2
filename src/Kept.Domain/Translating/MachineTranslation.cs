using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Translating;

/// <summary>
/// What an engine made of something that was written, or that it could make nothing of it. Derived from the record and no part of it: it could be made again.
/// </summary>
public sealed class MachineTranslation : IAboutPupil
{
    /// <summary>What an engine cannot do the third time it is not asked again.</summary>
    public const int MostTries = 3;

    public const int EngineMaxLength = 60;

    public required Id<MachineTranslation> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required WrittenKind Kind { get; init; }
    public required Guid TextId { get; init; }
    public required string Fingerprint { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }

    /// <summary>Null where it could not be done.</summary>
    public string? Words { get; private set; }

    public string Engine { get; private set; } = "";
    public int Tries { get; private set; }
    public Instant At { get; private set; }

    public bool IsGivenUpBy(string engine) => Words is null && Engine == engine && Tries >= MostTries;

    public static MachineTranslation Of(WrittenText text, string to, Id<School> school, Id<Pupil> pupil) => new()
    {
        Id = Id<MachineTranslation>.New(),
        SchoolId = school,
        PupilId = pupil,
        Kind = text.Kind,
        TextId = text.TextId,
        Fingerprint = text.Fingerprint,
        From = text.Language,
        To = to
    };

    /// <param name="words">Null where the engine could not.</param>
    /// <param name="engine">Its name.</param>
    /// <param name="at">Now.</param>
    public void Take(string? words, string engine, Instant at)
    {
        Tries = Engine == engine ? Tries + 1 : 1;
        (Words, Engine, At) = (words is { Length: <= Translation.WordsMaxLength } ? words : null, engine, at);
    }
}

/// <summary>That a child’s texts are to be looked through for what is not translated yet. A line of the queue: gone when it is done.</summary>
public sealed class TranslationRound : IBelongsToSchool
{
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>Raised each time that something is written: what comes during a round asks for another.</summary>
    public required int Wanted { get; init; }

    public required Instant WantedAt { get; init; }

    /// <summary>How often the engine was away, or could not.</summary>
    public int Tries { get; init; }

    /// <summary>Not to be looked at before.</summary>
    public required Instant NotBefore { get; init; }

    /// <summary>Who looks at it now, until the lease ends.</summary>
    public Guid? HeldBy { get; init; }

    public Instant? LeasedUntil { get; init; }
}
