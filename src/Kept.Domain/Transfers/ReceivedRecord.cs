using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Transfers;

/// <summary>A pupil's record that came from another school in a signed package. The package itself is kept beside it, whole.</summary>
public sealed class ReceivedRecord : IAboutPupil
{
    public const int DigestLength = 64;

    /// <summary>The package's own id: the same package is read in once.</summary>
    public required Id<ReceivedRecord> Id { get; init; }

    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>The other school, as it calls itself.</summary>
    public required string FromSchool { get; init; }

    public required Instant MadeAt { get; init; }
    public required Instant ReceivedAt { get; init; }

    /// <summary>The SEND team's, or the safeguarding leads' own package.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>SHA-256 of the package, so that what is kept beside this row is what came.</summary>
    public required string Digest { get; init; }
}

/// <summary>A record came from another school.</summary>
public sealed record RecordReceived(Id<Pupil> PupilId, Id<ReceivedRecord> RecordId) : IRecordEvent
{
    public string Kind => "record-received";
}

/// <summary>The record was packed for another school. The event holds no words, so that it says nothing about what was in it.</summary>
public sealed record RecordPacked(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "record-packed";
}
