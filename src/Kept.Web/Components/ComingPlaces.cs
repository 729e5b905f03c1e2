using Kept.Store.Coming;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>What each kind of date is called, and the page where it is dealt with.</summary>
public static class ComingPlaces
{
    public static string InWords(ComingKind kind) => kind switch
    {
        ComingKind.Meeting => "meeting",
        ComingKind.Action => "action due",
        ComingKind.LookAgain => "parked, look again",
        ComingKind.EntryReview => "review",
        ComingKind.PlanReview => "plan review",
        ComingKind.DocumentReview => "document to look at again",
        ComingKind.PlanView => "a family’s view on the plan",
        ComingKind.Interpreter => "interpreter asked for, not booked",
        _ => throw new ArgumentOutOfRangeException(nameof(kind))
    };

    /// <summary>"review of what was said on 25 April".</summary>
    public static string InWords(ComingRow row, LocalDate today) => row switch
    {
        { Kind: ComingKind.EntryReview, Since: { } said } => $"review of what was said on {Days.Plain(said, today)}",
        { Kind: ComingKind.PlanReview, Since: { } from } => $"plan review, in force since {Days.Plain(from, today)}",
        { Kind: ComingKind.DocumentReview, Since: { } dated } => $"to look at again, dated {Days.Plain(dated, today)}",
        _ => InWords(row.Kind)
    };

    public static string Of(ComingRow row) => row.Kind switch
    {
        ComingKind.Meeting or ComingKind.Interpreter => $"/meetings/{row.Id}",
        ComingKind.Action or ComingKind.LookAgain => $"/actions/{row.Id}",
        ComingKind.EntryReview => $"/entries/{row.Id}",
        ComingKind.PlanReview => $"/pupils/{row.PupilId}/plan",
        ComingKind.DocumentReview => $"/documents/{row.Id}",
        ComingKind.PlanView => $"/pupils/{row.PupilId}/plan/views/{row.Id}",
        _ => throw new ArgumentOutOfRangeException(nameof(row))
    };

    /// <summary>What to do about it on its day, and where; null for what has its own row of buttons or only asks to be opened.</summary>
    public static ShellLink? Act(ComingRow row) => row.Kind switch
    {
        ComingKind.Meeting => new("Run it", $"/meetings/{row.Id}/run", Current: false),
        ComingKind.EntryReview => new("Review", $"/entries/{row.Id}/review", Current: false),
        ComingKind.PlanReview => new("Review", $"/pupils/{row.PupilId}/plan/{row.Id}/review", Current: false),
        ComingKind.PlanView => new("Answer", $"/pupils/{row.PupilId}/plan/views/{row.Id}", Current: false),
        ComingKind.Interpreter => new("See to it", $"/meetings/{row.Id}", Current: false),
        ComingKind.DocumentReview => new("Look at it", $"/documents/{row.Id}", Current: false),
        _ => null
    };
}
