using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>Whose words they are.</summary>
public enum Voice
{
    Child,
    Family,
    Staff,
    Professional
}

/// <summary>
/// What somebody wished to be heard at a meeting, received before it: how the view of the child and of the family was gathered is part of
/// it (Code of Practice 6.65 to 6.71).
/// </summary>
public sealed class Contribution : IPartOfMeeting
{
    public const int HowMaxLength = 200;
    public const int WordsMaxLength = 4000;

    public required Id<Contribution> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Voice Voice { get; init; }

    /// <summary>Null for the child.</summary>
    public Id<Person>? FromId { get; init; }

    /// <summary>"In a talk with Miss Okafor, with pictures".</summary>
    public string? How { get; init; }

    public required string Words { get; init; }

    /// <summary>The question that was answered, by its key; null where nobody asked one.</summary>
    public string? Asked { get; init; }

    /// <summary>What it said then, in English. It goes along with the answer, whatever the school asks since.</summary>
    public string? Question { get; init; }

    public AskedQuestion? Answers => Asked is { } key && Question is { } question ? new AskedQuestion(key, question, Voice is Voice.Child) : null;

    /// <summary>What the child pointed at, as <see cref="SayPictures"/> keeps it; null where nothing was.</summary>
    public string? Pictures { get; init; }

    /// <summary>BCP 47 tag of the language it is written in, where a carer wrote it. What staff write down is English.</summary>
    public string? Language { get; init; }

    public required LocalDate ReceivedOn { get; init; }
    public required Id<Person> TakenById { get; init; }
    public required Instant TakenAt { get; init; }

    /// <param name="meeting">Not over yet: what is heard afterwards belongs in the log.</param>
    /// <param name="from">Somebody who may be asked to the meeting, there or not.</param>
    /// <param name="how">How it was gathered: needed for the child's view, which somebody always gathers.</param>
    /// <param name="words">Theirs, not ours about them.</param>
    /// <param name="today">The day that it was received.</param>
    /// <param name="by">Who wrote it down.</param>
    /// <param name="at">When.</param>
    /// <param name="language">In which a carer wrote it; null for English.</param>
    /// <param name="pictures">What the child pointed at.</param>
    /// <param name="answers">The question, where one was asked.</param>
    public static Result<Contribution> Receive(
        Meeting meeting, Guest? from, string? how, string? words, LocalDate today, Id<Person> by, Instant at, string? language = null, IEnumerable<SayPicture>? pictures = null,
        AskedQuestion? answers = null)
    {
        if (!meeting.IsToCome)
        {
            return new Refusal("This meeting is over. Log what was said since as a conversation");
        }

        if (from is null)
        {
            return new Refusal("Choose whose words these are", "From");
        }

        if (from.RefusalOn(today) is not null)
        {
            return new Refusal($"{from.Name} may not be told about this meeting, so what they say is not part of it. Speak to the SENCO", "From");
        }

        if (Text.TidyLines(words) is not { } said)
        {
            return new Refusal("Enter what they said, in their words", nameof(Words));
        }

        if (said.Length > WordsMaxLength || Text.Tidy(how)?.Length > HowMaxLength)
        {
            return said.Length > WordsMaxLength
                ? new Refusal($"This must be {WordsMaxLength} characters or fewer", nameof(Words))
                : new Refusal($"This must be {HowMaxLength} characters or fewer", nameof(How));
        }

        if (from.Part is MeetingPart.Child && Text.Tidy(how) is null)
        {
            return new Refusal("Say how the child’s view was gathered: “in a talk, with pictures”", nameof(How));
        }

        return new Contribution
        {
            Id = Id<Contribution>.New(),
            SchoolId = meeting.SchoolId,
            PupilId = meeting.PupilId,
            MeetingId = meeting.Id,
            Voice = from.Part switch
            {
                MeetingPart.Child => Voice.Child,
                MeetingPart.Carer => Voice.Family,
                MeetingPart.Professional => Voice.Professional,
                _ => Voice.Staff
            },
            FromId = from.PersonId,
            How = Text.Tidy(how),
            Words = said,
            Asked = answers?.Key,
            Question = answers?.Words,
            Pictures = SayPictures.Kept(pictures ?? []),
            Language = language,
            ReceivedOn = today,
            TakenById = by,
            TakenAt = at
        };
    }
}

/// <summary>Something to talk about that the open log does not hold. The rest of the agenda is computed.</summary>
public sealed class AgendaPoint : IPartOfMeeting
{
    public const int WordsMaxLength = 300;
    public const int Most = 20;

    public required Id<AgendaPoint> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required string Words { get; init; }
    public required Id<Person> AddedById { get; init; }
    public required Instant AddedAt { get; init; }

    public static Result<AgendaPoint> Add(Meeting meeting, int already, string? words, Id<Person> by, Instant at)
    {
        if (!meeting.IsToCome)
        {
            return new Refusal("This meeting is over: its agenda stands");
        }

        if (Text.Tidy(words) is not { } point)
        {
            return new Refusal("Enter what to talk about", nameof(Words));
        }

        return point.Length > WordsMaxLength ? new Refusal($"A point must be {WordsMaxLength} characters or fewer", nameof(Words))
            : already >= Most ? new Refusal($"There are {Most} points already: more than one meeting can hold", nameof(Words))
            : new AgendaPoint
            {
                Id = Id<AgendaPoint>.New(),
                SchoolId = meeting.SchoolId,
                PupilId = meeting.PupilId,
                MeetingId = meeting.Id,
                Words = point,
                AddedById = by,
                AddedAt = at
            };
    }
}
