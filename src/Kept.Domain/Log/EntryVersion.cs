using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Log;

/// <summary>An entry as it was before a correction, with who corrected it, when and why.</summary>
public sealed class EntryVersion : IAboutPupil
{
    public const int ReasonMaxLength = 500;

    public required Id<EntryVersion> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<LogEntry> EntryId { get; init; }

    /// <summary>1 for the entry as first kept.</summary>
    public required int Number { get; init; }

    public required LocalDate HappenedOn { get; init; }
    public LocalTime? HappenedAt { get; init; }
    public required Channel Channel { get; init; }
    public Id<Person>? SpokeWithId { get; init; }
    public string? SpokeWith { get; init; }
    public required string Issue { get; init; }
    public string? Said { get; init; }
    public string? Note { get; init; }

    /// <summary>Who could see these words: nobody who could not then may see them now.</summary>
    public required Visibility Visibility { get; init; }

    public required Instant ReplacedAt { get; init; }
    public required Id<Person> ReplacedById { get; init; }
    public required string Reason { get; init; }

    internal static EntryVersion Of(LogEntry entry, string reason, Id<Person> by, Instant at) => new()
    {
        Id = Id<EntryVersion>.New(),
        SchoolId = entry.SchoolId,
        PupilId = entry.PupilId,
        EntryId = entry.Id,
        Number = entry.Version,
        HappenedOn = entry.HappenedOn,
        HappenedAt = entry.HappenedAt,
        Channel = entry.Channel,
        SpokeWithId = entry.SpokeWithId,
        SpokeWith = entry.SpokeWith,
        Issue = entry.Issue,
        Said = entry.Said,
        Note = entry.Note,
        Visibility = entry.Visibility,
        ReplacedAt = at,
        ReplacedById = by,
        Reason = reason
    };
}
