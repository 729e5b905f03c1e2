using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>What is done around an annual review, and by whom: the school first, then the local authority (LA).</summary>
public enum ReviewStepKind
{
    Invited,
    AdviceSent,
    ReportSent,
    PlanKept,
    PlanToBeAmended,
    PlanCeased,
    FinalPlanIssued
}

public static class ReviewStepKinds
{
    public static string InWords(this ReviewStepKind kind) => kind switch
    {
        ReviewStepKind.Invited => "Everybody invited",
        ReviewStepKind.AdviceSent => "Advice and information sent round",
        ReviewStepKind.ReportSent => "School’s report sent",
        ReviewStepKind.PlanKept => "LA decided to keep the plan as it is",
        ReviewStepKind.PlanToBeAmended => "LA decided to amend the plan, and sent its changes",
        ReviewStepKind.PlanCeased => "LA decided to cease the plan",
        _ => "LA issued the amended plan"
    };

    public static bool IsADecision(this ReviewStepKind kind) => kind is ReviewStepKind.PlanKept or ReviewStepKind.PlanToBeAmended or ReviewStepKind.PlanCeased;
}

/// <summary>A step that was taken, on the day it was taken. The days by which are computed.</summary>
public sealed class ReviewStep : IPartOfMeeting
{
    public const int NoteMaxLength = 500;

    public required Id<ReviewStep> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required ReviewStepKind Kind { get; init; }
    public required LocalDate On { get; init; }
    public string? Note { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }

    public static Result<ReviewStep> Take(
        Meeting meeting, ReviewStepKind? kind, LocalDate? on, string? note, LocalDate today, Id<Person> by, Instant at)
    {
        if (meeting.Kind is not MeetingKind.AnnualReview || meeting.Status is MeetingStatus.Cancelled)
        {
            return new Refusal("Only an annual review that goes ahead has these steps");
        }

        if (kind is not { } step)
        {
            return new Refusal("Choose what was done", nameof(Kind));
        }

        if (on is not { } day || day > today)
        {
            return new Refusal("Enter the day it was done: today or earlier", nameof(On));
        }

        if (step > ReviewStepKind.AdviceSent && (meeting.Status is not MeetingStatus.Held || day < meeting.On))
        {
            return new Refusal("This comes after the meeting: enter a day on or after it, once the meeting has been held", nameof(On));
        }

        return Text.Tidy(note)?.Length > NoteMaxLength
            ? new Refusal($"The note must be {NoteMaxLength} characters or fewer", nameof(Note))
            : new ReviewStep
            {
                Id = Id<ReviewStep>.New(),
                SchoolId = meeting.SchoolId,
                PupilId = meeting.PupilId,
                MeetingId = meeting.Id,
                Kind = step,
                On = day,
                Note = Text.Tidy(note),
                ById = by,
                At = at
            };
    }
}

/// <summary>One line of the statutory timetable: what, by when, and when it was done.</summary>
/// <param name="OnlyIf">Said where the step is not always needed.</param>
public sealed record StatutoryDate(string What, LocalDate By, LocalDate? DoneOn, string? DoneAs, string? OnlyIf = null)
{
    public bool IsLateOn(LocalDate today) => OnlyIf is null && (DoneOn ?? today) > By;
}

/// <summary>
/// The days around an annual review, counted in calendar days from the meeting. The local authority's decision completes the review, not
/// the meeting.
/// </summary>
public static class AnnualReview
{
    /// <param name="on">The day of the meeting: planned, or on which it was held.</param>
    /// <param name="terms">Those in force on that day.</param>
    /// <param name="taken">What was done, in any order; of two of one kind the first counts.</param>
    public static IReadOnlyList<StatutoryDate> Dates(LocalDate on, MeetingTerms terms, IReadOnlyCollection<ReviewStep> taken)
    {
        var decision = First(taken, s => s.Kind.IsADecision());
        return
        [
            Line("Invite everybody", on.PlusDays(-terms.NoticeDays), First(taken, s => s.Kind is ReviewStepKind.Invited)),
            Line("Send round the advice and information", on.PlusDays(-terms.AdviceDays), First(taken, s => s.Kind is ReviewStepKind.AdviceSent)),
            Line("Send the school’s report", on.PlusDays(terms.ReportDays), First(taken, s => s.Kind is ReviewStepKind.ReportSent)),
            Line("LA decides: keep, amend or cease", on.PlusDays(terms.DecisionDays), decision),
            Line("LA issues the amended plan", on.PlusDays(terms.FinalPlanDays), First(taken, s => s.Kind is ReviewStepKind.FinalPlanIssued)) with
            {
                OnlyIf = decision?.Kind is ReviewStepKind.PlanToBeAmended ? null : "if it amends"
            },
            new StatutoryDate("Hold the next annual review", on.PlusMonths(terms.NextMonths), null, null, "at the latest")
        ];
    }

    private static ReviewStep? First(IEnumerable<ReviewStep> taken, Func<ReviewStep, bool> which) => taken.Where(which).MinBy(s => (s.On, s.At));

    private static StatutoryDate Line(string what, LocalDate by, ReviewStep? step) => new(what, by, step?.On, step?.Kind.InWords());
}
