using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Today;

/// <summary>How long a family still waits, in the school's working days.</summary>
internal static class Waits
{
    public static string InWords(WaitingRow row, LocalDate today) => row switch
    {
        { AnswerBy: null } => "No date: the calendar ends",
        { WorkingDaysLeft: < 0 } => $"{-row.WorkingDaysLeft} working day{(row.WorkingDaysLeft == -1 ? "" : "s")} late",
        { WorkingDaysLeft: 0 } when row.AnswerBy == today => "Answer today",
        { WorkingDaysLeft: 0 } => "Answer was due before today",
        _ => $"Answer by {Days.Brief(row.AnswerBy.Value, today)}"
    };
}
