using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Store.Meetings;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>Agreeing new lines, reading them back, and the end.</summary>
public sealed partial class RunModel
{
    public Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel) => ActAsync("agree", "agree", meeting => AgreeAsync(meeting, [Line], cancel), LetTheLineGo, cancel);

    /// <summary>A line that names two people becomes a line for each (rule 1).</summary>
    public Task<IActionResult> OnPostSplitAsync(CancellationToken cancel) => ActAsync("agree", "agree", async meeting =>
    {
        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        var reader = await RunningMeeting.ReaderAsync(record, meeting, guests.Owners, day, cancel);
        var splits = reader.Read(Line, day.Today, null).Reading.Splits;
        return await AgreeAsync(meeting, splits.Count > 1 ? [.. splits.Select(s => new QuickLine { Text = s.Line, Due = Line.Due })] : [Line], cancel);
    }, LetTheLineGo, cancel);

    /// <summary>Takes a line back before the end.</summary>
    public Task<IActionResult> OnPostDropAsync(Id<MeetingLine> line, CancellationToken cancel) => ActAsync("drop", "agree", async meeting =>
    {
        var found = await record.PartsOfMeetings<MeetingLine>().FirstOrDefaultAsync(l => l.Id == line && l.MeetingId == meeting.Id, cancel);
        return found is null ? new Refusal("That is no longer there. Reload the page to see what happened")
            : found.IsDropped ? null
            : await record.SaveAsync(found.Drop(), cancel);
    }, _ => { }, cancel);

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => ActAsync("end", "", async meeting =>
    {
        var typed = RunTyped.Of(this);
        if (typed.HasALine)
        {
            return new Refusal("This line is typed and not agreed yet. Agree it, or clear it, then end the meeting", "Line.Text");
        }

        if (typed.HasRows)
        {
            return new Refusal("Something is typed beside a row from before and not kept. Keep it, or clear it, then end the meeting");
        }

        if (WriteUp(meeting) is { } wrong)
        {
            return wrong;
        }

        if (!TypedDay.ToCome(End.Review, day.Today, day.Calendar).Allowed(out var review, out var refused))
        {
            return refused.About("End.Review");
        }

        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        var seats = await record.SeatsAsync(meeting, guests.ChildName, cancel);
        foreach (var seat in seats.Where(s => typed.Here.ContainsKey(s.Attendee.Id.ToString())))
        {
            seat.Attendee.Mark(typed.Here[seat.Attendee.Id.ToString()]);
        }

        var lines = (await record.LinesAsync(meeting.Id, cancel)).Select(l => new AgreedLine(l.Line, guests.Owner(l.Line.OwnerId))).ToList();
        if (!meeting.Hold(seats, lines, review, day.Local, viewer.PersonId, day.Now).Allowed(out var held, out refused))
        {
            return refused.Field switch
            {
                nameof(LogEntry.ReviewOn) => refused.About("End.Review"),
                nameof(EntryContent.HappenedOn) => refused.About("End.Day"),
                _ => refused with { Field = null }
            };
        }

        record.Add(held.Entry);
        foreach (var action in held.Actions)
        {
            record.Add(action);
        }

        refused = await record.SaveAsync([held.Happened, new EntryKept(meeting.PupilId, held.Entry.Id)], cancel);
        if (refused is null)
        {
            TempData.Say("The meeting is over, and its record is kept.");
        }

        return refused;
    }, typed => typed.LetGo(), cancel);

    /// <summary>What was typed for a meeting that was over by then; null while it is not.</summary>
    public IReadOnlyList<(string Where, string Words)>? TooLate { get; private set; }

    /// <summary>The meeting was ended or called off elsewhere: who typed something meanwhile gets it back, to write it where it belongs.</summary>
    private IActionResult Over(Meeting meeting, RunTyped typed)
    {
        TooLate = typed.NotIn(meeting);
        if (TooLate.Count == 0)
        {
            return Redirect($"/meetings/{MeetingId}");
        }

        PupilId = meeting.PupilId;
        ModelState.Clear();
        ModelState.AddModelError("", meeting.Status is MeetingStatus.Held
            ? "This meeting has ended already. Your words are below and are not in its record: copy them into a new entry, or correct the record"
            : "This meeting was called off meanwhile. Your words are below and are kept nowhere: copy them into a new entry");
        return this.PageWithErrors();
    }

    public Id<Pupil> PupilId { get; private set; }

    private static void LetTheLineGo(RunTyped typed) => typed.Line = new();

    /// <summary>The day, the times and the notes as they stand in the form: ending keeps them all.</summary>
    private Refusal? WriteUp(Meeting meeting)
    {
        if (!TypedDay.Gone(End.Day, day.Today, day.Calendar).Allowed(out var on, out var refused))
        {
            return refused.About("End.Day");
        }

        if (!string.IsNullOrWhiteSpace(End.Ended) && WrittenTime.Read(End.Ended) is null)
        {
            return new Refusal("Enter the time it ended, such as 4.15pm", "End.Ended");
        }

        if (meeting.Time(on, WrittenTime.Read(End.Started), WrittenTime.Read(End.Ended), day.Local).Refused(out refused))
        {
            return refused.Field switch
            {
                nameof(Meeting.On) => refused.About("End.Day"),
                nameof(Meeting.StartedAt) => refused.About("End.Started"),
                nameof(Meeting.EndedAt) => refused.About("End.Ended"),
                _ => refused
            };
        }

        return meeting.TakeNotes(Notes.Issue, Notes.Said, Notes.Note, meeting.ReviewOn, day.Local).Refused(out refused)
            ? refused.Field is null ? refused : refused.About($"Notes.{refused.Field}")
            : null;
    }

    private async Task<Refusal?> AgreeAsync(Meeting meeting, IReadOnlyList<QuickLine> typed, CancellationToken cancel)
    {
        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        var reader = await RunningMeeting.ReaderAsync(record, meeting, guests.Owners, day, cancel);
        var already = (await record.LinesAsync(meeting.Id, cancel)).Count;
        var happened = new List<ILedgerEvent>();
        foreach (var one in typed)
        {
            var read = reader.Read(one, day.Today, null);
            if (string.IsNullOrWhiteSpace(one.Text))
            {
                return new Refusal("Enter what is agreed: one person, one thing, one day", "Line.Text");
            }

            if (reader.Trouble(read) is { } trouble)
            {
                return trouble.About("Line.Text");
            }

            var agreed = MeetingLine.Agree(meeting, already + happened.Count, read.What, read.Owner!.Owner, read.Due, day.Today, viewer.PersonId, day.Now);
            if (!agreed.Allowed(out var line, out var refused))
            {
                return refused.About("Line.Text");
            }

            record.Add(line);
            happened.Add(new LineAgreed(meeting.PupilId, line.Id));
        }

        return await record.SaveAsync(happened, cancel);
    }
}
