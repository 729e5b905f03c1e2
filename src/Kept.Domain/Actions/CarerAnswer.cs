using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>What a family says of a promise that the school calls done (rule 14).</summary>
public enum FamilySays
{
    Happened,
    NotYet
}

/// <summary>
/// One carer's answer to one done action. It stands beside the school's own word and is never overwritten: a later answer is another row.
/// </summary>
public sealed class CarerAnswer : IAboutPupil
{
    public const int MissingMaxLength = 500;

    public required Id<CarerAnswer> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<AgreedAction> ActionId { get; init; }

    /// <summary>Whose answer it is.</summary>
    public required Id<Person> CarerId { get; init; }

    public required FamilySays Says { get; init; }

    /// <summary>What is missing, in the carer's words and language.</summary>
    public string? Missing { get; init; }

    /// <summary>BCP 47 tag of the language it is written in, where the carer wrote it. What staff write down is English.</summary>
    public string? Language { get; init; }

    public required Instant At { get; init; }

    /// <summary>The carer, or who wrote down what the carer said.</summary>
    public required Id<Person> WrittenById { get; init; }

    public bool IsTheirOwn => WrittenById == CarerId;
}
