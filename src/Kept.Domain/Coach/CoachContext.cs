using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>What a line belongs to: something that was raised, or something that somebody will do.</summary>
public enum LineKind
{
    Issue,
    Action
}

/// <summary>What a line is read against.</summary>
/// <param name="On">The day on which it is said.</param>
/// <param name="People">Whom it may name: staff, and this pupil's carers and professionals.</param>
/// <param name="PupilClass">Whose "class teacher" is meant.</param>
/// <param name="SpeakerReference">The <see cref="RosterPerson.Reference"/> of whoever is logging: who "I" is.</param>
public sealed record CoachContext(
    LocalDate On,
    SchoolCalendar Calendar,
    IReadOnlyList<RosterPerson> People,
    string? PupilClass = null,
    string? SpeakerReference = null);
