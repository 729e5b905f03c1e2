using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>
/// What one carer says of the written record of a meeting: that it is what was agreed, or that they understood it another way. Kept beside the record, which
/// stays as it is (Code of Practice 6.71: the record is given to the parents).
/// </summary>
public sealed class Confirmation : IPartOfMeeting
{
    public const int WordsMaxLength = 1000;

    public required Id<Confirmation> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<Person> CarerId { get; init; }
    public required bool Agrees { get; init; }

    /// <summary>How they understood it, in their words; null where they agree.</summary>
    public string? Words { get; init; }

    public required Instant At { get; init; }

    public static Result<Confirmation> Give(Meeting meeting, Id<Person> carer, bool agrees, string? words, Instant at)
    {
        if (meeting.Status is not MeetingStatus.Held)
        {
            return new Refusal("There is no written record of this meeting yet");
        }

        var said = agrees ? null : Text.TidyLines(words);
        if (!agrees && said is null)
        {
            return new Refusal("Write how you understood it", nameof(Words));
        }

        return said?.Length > WordsMaxLength
            ? new Refusal($"Use {WordsMaxLength} characters or fewer", nameof(Words))
            : new Confirmation
            {
                Id = Id<Confirmation>.New(),
                SchoolId = meeting.SchoolId,
                PupilId = meeting.PupilId,
                MeetingId = meeting.Id,
                CarerId = carer,
                Agrees = agrees,
                Words = said,
                At = at
            };
    }
}
