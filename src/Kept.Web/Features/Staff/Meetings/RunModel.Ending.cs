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

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => ActAsync("end", "", meeting => EndAsync(meeting, cancel), typed => typed.LetGo(), cancel);

    private async Task<IReadOnlyList<Refusal>> EndAsync(Meeting meeting, CancellationToken cancel)
    {
        var typed = RunTyped.Of(this);
        List<Refusal> wrong = [.. Unkept(typed), .. WriteUp(meeting)];
        if (!TypedDay.ToCome(End.Review, day.Today, day.Calendar).Allowed(out var review, out var unread))
        {
            wrong.Add(unread.About("End.Review"));
        }

        var guests = (await MeetingGuests.OfAsync(record, meeting.PupilId, cancel))!;
        var seats = await record.SeatsAsync(meeting, guests.ChildName, cancel);
        foreach (var seat in seats.Where(s => typed.Here.ContainsKey(s.Attendee.Id.ToString())))
        {
            seat.Attendee.Mark(typed.Here[seat.Attendee.Id.ToString()]);
        }

        var lines = (await record.LinesAsync(meeting.Id, cancel)).Select(l => new AgreedLine(l.Line, guests.Owner(l.Line.OwnerId))).ToList();
        var cannot = meeting.WrongToHold(seats, lines, review, day.Local, viewer.PersonId, day.Now)
            .Select(refused => refused with { Field = FieldOf(refused, seats) });

        // What was said of a field already is not said again in the words of the record that it becomes.
        wrong = [.. wrong, .. cannot.Where(c => c.Field is null || wrong.TrueForAll(w => w.Field != c.Field))];
        if (wrong.Count > 0)
        {
            return wrong;
        }

        var held = meeting.Hold(seats, lines, review, day.Local, viewer.PersonId, day.Now).OrThrow();
        record.Add(held.Entry);
        foreach (var action in held.Actions)
        {
            record.Add(action);
        }

        if (await record.SaveAsync([held.Happened, new EntryKept(meeting.PupilId, held.Entry.Id)], cancel) is { } meanwhile)
        {
            return [meanwhile];
        }

        TempData.Say("The meeting is over, and its record is kept.");
        return [];
    }

    /// <summary>What is typed and neither kept nor cleared: ending would leave it behind.</summary>
    private static IEnumerable<Refusal> Unkept(RunTyped typed)
    {
        if (typed.HasALine)
        {
            yield return new Refusal("This line is typed and not agreed yet. Agree it, or clear it, then end the meeting", "Line.Text");
        }

        if (typed.HasRows)
        {
            yield return new Refusal("Something is typed beside a row from before and not kept. Keep it, or clear it, then end the meeting");
        }
    }

    private static string? FieldOf(Refusal refused, IReadOnlyList<Seat> seats) => refused.Field switch
    {
        nameof(LogEntry.ReviewOn) => "End.Review",
        nameof(EntryContent.HappenedOn) => "End.Day",
        nameof(Attendance) => seats.Where(s => s.Attendee.Part is MeetingPart.Staff).Select(s => $"Here.Each[{s.Attendee.Id}]").FirstOrDefault(),
        _ => null
    };

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

    /// <summary>The day, the times and the notes as they stand in the form: ending keeps them all, or says all that is wrong with them.</summary>
    private List<Refusal> WriteUp(Meeting meeting)
    {
        var (started, ended) = (WrittenTime.Read(End.Started), WrittenTime.Read(End.Ended));
        List<Refusal> wrong = [];
        if (!TypedDay.Gone(End.Day, day.Today, day.Calendar).Allowed(out var on, out var unread))
        {
            wrong.Add(unread.About("End.Day"));
        }

        if (!string.IsNullOrWhiteSpace(End.Ended) && ended is null)
        {
            wrong.Add(new Refusal("Enter the time it ended, such as 4.15pm", "End.Ended"));
        }

        var measured = Meeting.WrongTimes(on, started, ended, day.Local).Select(refused => refused.About(refused.Field switch
        {
            nameof(Meeting.On) => "End.Day",
            nameof(Meeting.StartedAt) => "End.Started",
            _ => "End.Ended"
        }));
        wrong = [.. wrong, .. measured.Where(m => wrong.TrueForAll(w => w.Field != m.Field))];
        wrong.AddRange(meeting.WrongNotes(Notes.Issue, Notes.Said, Notes.Note, day.Local).Select(refused => refused.Field is null ? refused : refused.About($"Notes.{refused.Field}")));
        if (wrong.Count > 0)
        {
            return wrong;
        }

        return meeting.Time(on, started, ended, day.Local).Refused(out var refused) || meeting.TakeNotes(Notes.Issue, Notes.Said, Notes.Note, meeting.ReviewOn, day.Local).Refused(out refused)
            ? [refused with { Field = null }]
            : [];
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
