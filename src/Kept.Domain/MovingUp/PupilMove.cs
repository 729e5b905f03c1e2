using Kept.Domain.Handovers;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.MovingUp;

/// <summary>That one pupil has moved up or left in one year's move: what keeps it from happening twice.</summary>
public sealed class PupilMove : IAboutPupil
{
    public const int TroubleMaxLength = 300;

    public required Id<PupilMove> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<YearMove> YearMoveId { get; init; }
    public required string FromYear { get; init; }
    public string? FromClass { get; init; }

    /// <summary>Null for a leaver.</summary>
    public string? ToYear { get; init; }

    public string? ToClass { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }

    /// <summary>The handover that went with it.</summary>
    public Id<Handover>? HandoverId { get; private set; }

    /// <summary>Why a pupil with an open record was not handed over.</summary>
    public string? Trouble { get; private set; }

    public bool IsLeaver => ToYear is null;

    public void With(Handover given) => HandoverId = given.Id;

    public void Without(string why) => Trouble = why.Length > TroubleMaxLength ? why[..TroubleMaxLength] : why;
}
