using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>How an interpreter takes part.</summary>
public enum InterpreterMode
{
    InPerson,
    Phone,
    Video,

    /// <summary>Signs what is said: British Sign Language, or another that goes with the language.</summary>
    Signer
}

public enum InterpreterStatus
{
    AskedFor,
    Booked,

    /// <summary>Refused, or nobody could be found: what is done instead is said.</summary>
    NotFound,

    NotNeeded
}

/// <summary>
/// The interpreter for one carer at one meeting: asked for by them or for them, and what became of it. Each carer has one; the other carers of the child do not
/// see it. Every change is in the ledger.
/// </summary>
public sealed class InterpreterRequest : IPartOfMeeting
{
    public const int WhoMaxLength = 120;
    public const int InsteadMaxLength = 300;

    /// <summary>So many working days before a meeting the school looks who is still without.</summary>
    public const int LookWithin = 5;

    public required Id<InterpreterRequest> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<Person> CarerId { get; init; }
    public required Id<Person> AskedById { get; init; }
    public required Instant AskedAt { get; init; }

    /// <summary>BCP 47 tag of the language to interpret.</summary>
    public string Language { get; private set; } = "en";

    public InterpreterMode Mode { get; private set; }
    public InterpreterStatus Status { get; private set; }

    /// <summary>Who comes: a name, or the agency and its reference.</summary>
    public string? Who { get; private set; }

    /// <summary>For when they are booked; a meeting that moves afterwards has nobody.</summary>
    public LocalDate? BookedForDay { get; private set; }

    public LocalTime? BookedForTime { get; private set; }

    /// <summary>What is done where there is nobody.</summary>
    public string? Instead { get; private set; }

    public Id<Person> ChangedById { get; private set; }
    public Instant ChangedAt { get; private set; }

    /// <summary>Raised with every change; a save from an older version is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    public bool IsByTheCarer => AskedById == CarerId;

    /// <summary>Booked for the time at which the meeting is.</summary>
    public bool IsBookedFor(LocalDate on, LocalTime at) => Status is InterpreterStatus.Booked && BookedForDay == on && BookedForTime == at;

    /// <summary>Whether somebody still has to see to it before the meeting.</summary>
    public bool IsStillToFind(LocalDate on, LocalTime at) => Status is InterpreterStatus.AskedFor || (Status is InterpreterStatus.Booked && !IsBookedFor(on, at));

    /// <summary>Asks for one. <see cref="AskAgain"/> where there is one already.</summary>
    public static Result<InterpreterRequest> Ask(Meeting meeting, Guest? carer, string? language, InterpreterMode? mode, LocalDate today, Id<Person> by, Instant at)
    {
        if (carer is not { Part: MeetingPart.Carer, PersonId: { } id })
        {
            return new Refusal("Choose a parent or carer who is invited", nameof(CarerId));
        }

        if (carer.RefusalOn(today) is { } cannot)
        {
            return cannot.About(nameof(CarerId));
        }

        var request = new InterpreterRequest
        {
            Id = Id<InterpreterRequest>.New(),
            SchoolId = meeting.SchoolId,
            PupilId = meeting.PupilId,
            MeetingId = meeting.Id,
            CarerId = id,
            AskedById = by,
            AskedAt = at
        };
        return request.Take(meeting, language, mode, by, at) is { } refusal ? refusal : request;
    }

    /// <summary>In another language or another way than before; looking begins anew. Asked in the same words, what was found stays.</summary>
    public Result<InterpreterChanged> AskAgain(Meeting meeting, string? language, InterpreterMode? mode, Id<Person> by, Instant at)
    {
        if (language == Language && mode == Mode && Status is InterpreterStatus.AskedFor or InterpreterStatus.Booked && !IsToBeFoundAgain(meeting))
        {
            return new InterpreterChanged(PupilId, Id);
        }

        if (Take(meeting, language, mode, by, at) is { } refusal)
        {
            return refusal;
        }

        Version++;
        return new InterpreterChanged(PupilId, Id);
    }

    /// <summary>Says what became of it.</summary>
    public Result<InterpreterChanged> Answer(Meeting meeting, InterpreterStatus? status, string? who, string? instead, Id<Person> by, Instant at)
    {
        if (!meeting.IsToCome)
        {
            return Over;
        }

        if (status is not { } told)
        {
            return new Refusal("Choose what became of it", nameof(Status));
        }

        var (name, other) = (told is InterpreterStatus.Booked ? Text.Tidy(who) : null, told is InterpreterStatus.NotFound ? Text.Tidy(instead) : null);
        if (told is InterpreterStatus.Booked && name is not { Length: <= WhoMaxLength })
        {
            return new Refusal($"Enter who is booked, a name or the agency, in {WhoMaxLength} characters or fewer", nameof(Who));
        }

        if (told is InterpreterStatus.NotFound && other is not { Length: <= InsteadMaxLength })
        {
            return new Refusal($"Say what you do instead, in {InsteadMaxLength} characters or fewer. A child of the family never interprets", nameof(Instead));
        }

        (Status, Who, Instead, ChangedById, ChangedAt) = (told, name, other, by, at);
        BookedForDay = told is InterpreterStatus.Booked ? meeting.On : null;
        BookedForTime = told is InterpreterStatus.Booked ? meeting.At : null;
        Version++;
        return new InterpreterChanged(PupilId, Id);
    }

    private static Refusal Over => new("This meeting is over. What was arranged for it stays as it was");

    private bool IsToBeFoundAgain(Meeting meeting) => Status is InterpreterStatus.Booked && !IsBookedFor(meeting.On, meeting.At);

    private Refusal? Take(Meeting meeting, string? language, InterpreterMode? mode, Id<Person> by, Instant at)
    {
        if (!meeting.IsToCome)
        {
            return Over;
        }

        if (language is null || !Languages.IsKnown(language) || (language is "en" && mode is not (null or InterpreterMode.Signer)))
        {
            return new Refusal("Choose the language to interpret", nameof(Language));
        }

        if (mode is not { } how || !Enum.IsDefined(how))
        {
            return new Refusal("Choose how the interpreter takes part", nameof(Mode));
        }

        (Language, Mode, Status, Who, Instead, ChangedById, ChangedAt) = (language, how, InterpreterStatus.AskedFor, null, null, by, at);
        (BookedForDay, BookedForTime) = (null, null);
        return null;
    }
}
