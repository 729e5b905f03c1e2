using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Actions;

/// <summary>What an action is about, before it has an owner and a date.</summary>
public sealed record ActionAgreement(
    Id<School> SchoolId, Id<Pupil> PupilId, Id<LogEntry>? EntryId, string? Source, string? What, Visibility Visibility, LocalDate AgreedOn);
