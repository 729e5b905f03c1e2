using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Log;

/// <summary>A contact from a family that waits for an answer. Its clock is the school's (rule 11).</summary>
public sealed class Enquiry : IAboutPupil
{
    public const int AnswerMaxLength = 1000;

    public required Id<Enquiry> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<LogEntry> EntryId { get; init; }

    /// <summary>As the entry's: the two are seen by the same people.</summary>
    public Visibility Visibility { get; private set; }

    /// <summary>The day and the local time at which it reached the school.</summary>
    public required LocalDate ArrivedOn { get; init; }

    public required LocalTime ArrivedAt { get; init; }

    public Instant? AcknowledgedAt { get; private set; }
    public Id<Person>? AcknowledgedById { get; private set; }

    /// <summary>The day by which a full answer was promised when it was acknowledged.</summary>
    public LocalDate? PromisedBy { get; private set; }

    public Instant? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }

    /// <summary>Raised with every change; a save from an older version is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    public bool IsWaiting => AnsweredAt is null;

    public static Enquiry For(LogEntry entry, LocalTime arrivedAt) => new()
    {
        Id = Id<Enquiry>.New(),
        SchoolId = entry.SchoolId,
        PupilId = entry.PupilId,
        EntryId = entry.Id,
        Visibility = entry.Visibility,
        ArrivedOn = entry.HappenedOn,
        ArrivedAt = entry.HappenedAt ?? arrivedAt
    };

    /// <summary>The day that the family waits for: the promised answer, else the acknowledgement.</summary>
    public LocalDate? AnswerBy(SchoolCalendar calendar, School school) =>
        AcknowledgedAt is null
            ? ReplyClock.AcknowledgeBy(ArrivedOn + ArrivedAt, calendar, school.ClosesAt, school.AcknowledgeWithinWorkingDays)
            : PromisedBy;

    public Result<EnquiryAcknowledged> Acknowledge(LocalDate? promisedBy, LocalDate today, Id<Person> by, Instant at)
    {
        if (!IsWaiting || AcknowledgedAt is not null)
        {
            return new Refusal("This has been acknowledged already");
        }

        if (promisedBy is not { } promise || promise < today)
        {
            return new Refusal("Enter the day by which the family will have a full answer: today or later", nameof(PromisedBy));
        }

        AcknowledgedAt = at;
        AcknowledgedById = by;
        PromisedBy = promise;
        Version++;
        return new EnquiryAcknowledged(PupilId, Id);
    }

    public Result<EnquiryAnswered> Resolve(string? answer, Id<Person> by, Instant at)
    {
        if (!IsWaiting)
        {
            return new Refusal("This has been answered already");
        }

        if (Text.Tidy(answer) is not { } said)
        {
            return new Refusal("Say what the family was told", nameof(Answer));
        }

        if (said.Length > AnswerMaxLength)
        {
            return new Refusal($"The answer must be {AnswerMaxLength} characters or fewer", nameof(Answer));
        }

        AcknowledgedAt ??= at;
        AcknowledgedById ??= by;
        AnsweredAt = at;
        Answer = said;
        Version++;
        return new EnquiryAnswered(PupilId, Id);
    }

    public void SeenAs(Visibility visibility)
    {
        Visibility = visibility;
        Version++;
    }
}
