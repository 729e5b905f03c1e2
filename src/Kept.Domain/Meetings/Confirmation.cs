using Kept.Domain.Log;
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

    /// <summary>Which of this carer's words on this record it is: 1 for the first. Two at the same moment are not both the second.</summary>
    public required int Number { get; init; }

    /// <summary>The version of the entry that they read: a later correction they have not seen.</summary>
    public required int EntryVersion { get; init; }

    public required bool Agrees { get; init; }

    /// <summary>How they understood it, in their words; null where they agree.</summary>
    public string? Words { get; init; }

    public required Instant At { get; init; }

    /// <param name="meeting">Held, with its record.</param>
    /// <param name="record">The record as it is now.</param>
    /// <param name="read">The version that the carer has before them.</param>
    /// <param name="last">What they said of it last; null for nothing yet.</param>
    /// <param name="carer">Whose word it is.</param>
    /// <param name="agrees">Whether it is what was agreed.</param>
    /// <param name="words">How they understood it, where it is not.</param>
    /// <param name="at">Now.</param>
    public static Result<Confirmation> Give(
        Meeting meeting, LogEntry record, int read, Confirmation? last, Id<Person> carer, bool agrees, string? words, Instant at)
    {
        if (meeting.Status is not MeetingStatus.Held || meeting.EntryId != record.Id)
        {
            return new Refusal("There is no written record of this meeting yet");
        }

        if (read != record.Version)
        {
            return new Refusal("The record was corrected meanwhile. Read it again, then say what you think", nameof(EntryVersion));
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
                Number = (last?.Number ?? 0) + 1,
                EntryVersion = read,
                Agrees = agrees,
                Words = said,
                At = at
            };
    }
}
