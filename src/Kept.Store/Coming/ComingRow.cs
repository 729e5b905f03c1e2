using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>What has a date to come back on. The order is that of one day's list.</summary>
public enum ComingKind
{
    Meeting,
    Action,
    LookAgain,
    EntryReview,
    PlanReview,
    DocumentReview,

    /// <summary>What a family says of a plan, on the day on which it was said: it waits from then on.</summary>
    PlanView,

    /// <summary>An interpreter who is still to be booked, on the day of the meeting: it waits some days before.</summary>
    Interpreter
}

/// <summary>One thing on one day of the calendar. All kinds are read in one statement, so what is not a plain column is kept as it is stored.</summary>
public sealed record ComingRow
{
    public required ComingKind Kind { get; init; }
    public required Guid Id { get; init; }
    public required LocalDate On { get; init; }

    /// <summary>
    /// Where a kind has no time of day. One statement reads all kinds, and PostgreSQL takes a column that is null in all rows of one kind for text:
    /// so each kind gives every column a value of its type, and what means nothing is not read.
    /// </summary>
    public static readonly TimeOnly NoTime = TimeOnly.MinValue;

    /// <summary>The time of day, for what has one.</summary>
    public required TimeOnly StartsAt { get; init; }

    public required int Minutes { get; init; }

    /// <summary>What it is about, in the words of the record; for what has a kind and no words, the stored word for its kind.</summary>
    public required string Stored { get; init; }

    public required DateOnly StoredSince { get; init; }

    /// <summary>Whose it is; null for a plan that nobody leads.</summary>
    public required Id<Person>? OwnerId { get; init; }

    public required string? Owner { get; init; }

    public required string StoredVisibility { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required string PupilGivenName { get; init; }
    public required string PupilFamilyName { get; init; }
    public required string? ClassName { get; init; }

    public string Words => Kind switch
    {
        ComingKind.Meeting or ComingKind.Interpreter => Conventions.Words.Read<MeetingKind>(Stored).InWords(),
        ComingKind.PlanReview => Conventions.Words.Read<PlanKind>(Stored).InWords(),
        _ => Stored
    };

    /// <summary>The day from which what comes back dates: of the conversation, the plan, the document.</summary>
    public LocalDate? Since => Kind is ComingKind.EntryReview or ComingKind.PlanReview or ComingKind.DocumentReview ? LocalDate.FromDateOnly(StoredSince) : null;

    public LocalTime? At => Kind is ComingKind.Meeting or ComingKind.Interpreter ? LocalTime.FromTimeOnly(StartsAt) : null;

    public Visibility Visibility => Conventions.Words.Read<Visibility>(StoredVisibility);

    public string PupilName => $"{PupilGivenName} {PupilFamilyName}";

    /// <summary>"L.B.": for where a name does not belong, such as a telephone's own calendar.</summary>
    public string PupilInitials => Text.Initials(PupilGivenName, PupilFamilyName);
}
