using Kept.Domain;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Ledger;

/// <summary>A link as stored. The database itself refuses to change or remove one.</summary>
public sealed class LedgerLink : IBelongsToSchool
{
    public required Id<School> SchoolId { get; init; }
    public required Guid Chain { get; init; }
    public required long Number { get; init; }
    public required Instant At { get; init; }
    public required Guid Actor { get; init; }
    public required string Kind { get; init; }
    public required byte[] ContentDigest { get; init; }
    public required byte[] Before { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>What a link's digest covers. Apart from the link, so that the law can have it erased and the chain still holds.</summary>
public sealed class LedgerContent : IBelongsToSchool
{
    public required Id<School> SchoolId { get; init; }
    public required Guid Chain { get; init; }
    public required long Number { get; init; }

    /// <summary>Null, with the content, once erased.</summary>
    public byte[]? Salt { get; init; }

    public string? Content { get; init; }

    /// <summary>The tombstone: the lawful ground on which the content was erased.</summary>
    public string? ErasedBecause { get; init; }
}

/// <summary>A day's signed statement of how far every chain had come.</summary>
public sealed class Checkpoint
{
    public required long Number { get; init; }
    public required LocalDate MadeOn { get; init; }
    public required Instant At { get; init; }
    public required byte[] Before { get; init; }
    public required byte[] Hash { get; init; }
    public required byte[] Signature { get; init; }
}

/// <summary>How far one chain had come at a checkpoint; only chains that grew since the one before are listed.</summary>
public sealed class CheckpointHead : IBelongsToSchool
{
    public required Id<School> SchoolId { get; init; }
    public required Guid Chain { get; init; }
    public required long Checkpoint { get; init; }
    public required long Number { get; init; }
    public required byte[] Hash { get; init; }
}
