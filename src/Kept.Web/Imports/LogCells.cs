using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>Reads the cells of one row of an action log that need no look at who is who.</summary>
internal sealed class LogCells(LogColumns columns, TableRow row, SchoolCalendar calendar, LocalDate today)
{
    /// <summary>The longest that the place where it was agreed may be.</summary>
    private const int SourceMaxLength = 120;

    private readonly List<Problem> problems = row.Broken is null ? [] : [row.Broken];
    private readonly List<Problem> notes = [];

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<Problem> Notes => notes;

    /// <summary>The day it was agreed; null when the log does not say, or says it in a way that cannot be read.</summary>
    public LocalDate? Agreed { get; private set; }

    public LocalDate? Due { get; private set; }

    public LocalDate? Done { get; private set; }

    public ActionStatus Status { get; private set; }

    public string? What { get; private set; }

    public string? Source { get; private set; }

    public string? Evidence => Text.Tidy(columns.Read(row, LogPart.Evidence));

    public void Read()
    {
        ReadWhat();
        ReadStatus();
        if (columns.Has(LogPart.Agreed))
        {
            Agreed = Day(LogPart.Agreed, today, "No date: enter the day it was agreed");
        }

        Due = Day(LogPart.Due, Agreed ?? today, "No deadline: every action needs a date by which it is done or reviewed");
        if (columns.Has(LogPart.Done) && Status is ActionStatus.Done && !string.IsNullOrWhiteSpace(columns.Read(row, LogPart.Done)))
        {
            Done = Day(LogPart.Done, today, "");
        }
    }

    public void Wrong(LogPart part, string reason) => problems.Add(new Problem(row.Line, columns.Heading(part), reason));

    /// <summary>The action, or where there is only one column the decision. What is left of the two says where it came from.</summary>
    private void ReadWhat()
    {
        var action = Text.Tidy(columns.Read(row, LogPart.What));
        var issue = Text.Tidy(columns.Read(row, LogPart.Issue));
        What = action ?? issue;
        if (What is null)
        {
            Wrong(columns.Has(LogPart.What) ? LogPart.What : LogPart.Issue, "Nothing says what was agreed");
        }

        var parts = new[] { Text.Tidy(columns.Read(row, LogPart.Event)), action is null ? null : issue }.OfType<string>().ToList();
        Source = parts.Count == 0 ? null : string.Join(": ", parts);
        if (Source?.Length > SourceMaxLength)
        {
            Source = Source[..(SourceMaxLength - 1)] + "…";
            notes.Add(new Problem(row.Line, columns.Heading(LogPart.Issue), $"Only the first {SourceMaxLength} characters are kept beside the action"));
        }
    }

    private void ReadStatus()
    {
        var cell = columns.Read(row, LogPart.Status);
        if (ActionStatuses.Read(cell) is { } status)
        {
            Status = status;
        }
        else
        {
            Wrong(LogPart.Status, $"“{cell.Trim()}” is none of the four: open, in progress, done, parked");
        }
    }

    /// <summary>A date, or words for one ("Friday", "end of term") as they were meant on the day it was agreed.</summary>
    private LocalDate? Day(LogPart part, LocalDate saidOn, string whenMissing)
    {
        var cell = Text.Tidy(columns.Read(row, part));
        if (cell is null)
        {
            Wrong(part, whenMissing);
            return null;
        }

        var day = Cells.Date(cell) ?? (part is LogPart.Due ? BritishDates.Find(cell, saidOn, calendar).Due : null);
        if (day is null)
        {
            Wrong(part, $"“{cell}” is not a date: use day/month/year, such as 2/5/2026");
        }

        return day;
    }
}
