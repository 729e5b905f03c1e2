using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>Somebody's place at the table, with their name.</summary>
public sealed record Seat(Attendee Attendee, string Name);

/// <summary>A line that was agreed, with whoever it names as they may own things now.</summary>
public sealed record AgreedLine(MeetingLine Line, Owner? Owner);

/// <summary>What a meeting leaves: its entry in the log, with its actions.</summary>
public sealed record HeldMeeting(LogEntry Entry, IReadOnlyList<AgreedAction> Actions, MeetingHeld Happened);

/// <summary>From the first minute to the written record.</summary>
public sealed partial class Meeting
{
    /// <summary>
    /// Opens the meeting. One that is run on another day than planned takes place on that day; one that was only booked after its day is
    /// written up, and keeps it.
    /// </summary>
    /// <param name="now">The school's present moment.</param>
    /// <param name="onAnotherDay">That it does not wait for its day, or was late for it, was asked and answered: a press by mistake would tell the family another day.</param>
    public Result<MeetingStarted> Start(LocalDateTime now, bool onAnotherDay = false)
    {
        if (Status is not MeetingStatus.Planned)
        {
            return Status is MeetingStatus.Running ? new Refusal("This meeting is running already. Go on with it") : Over;
        }

        var isWrittenUp = On < BookedAt.InZone(School.Zone).Date;
        if (!isWrittenUp && On != now.Date && !onAnotherDay)
        {
            return new Refusal($"This meeting is planned for {On.InWordsWithWeekday()}. Start it now?", nameof(On));
        }

        Status = MeetingStatus.Running;
        StartedAt = isWrittenUp ? At : new LocalTime(now.Hour, now.Minute);
        StartedOn = isWrittenUp ? On : now.Date;
        Version++;
        return new MeetingStarted(PupilId, Id);
    }

    /// <summary>Takes a start back that was pressed by mistake. What was written meanwhile stays, and is there when it starts.</summary>
    public Result<MeetingNotStarted> NotStarted()
    {
        if (Status is not MeetingStatus.Running)
        {
            return NotRunning;
        }

        Status = MeetingStatus.Planned;
        StartedOn = null;
        StartedAt = EndedAt = null;
        Version++;
        return new MeetingNotStarted(PupilId, Id);
    }

    /// <summary>Puts right the day and the times, where the clock that started it was not the truth.</summary>
    public Result<NotesTaken> Time(LocalDate? on, LocalTime? started, LocalTime? ended, LocalDateTime now)
    {
        if (Status is not MeetingStatus.Running)
        {
            return NotRunning;
        }

        if (WrongTimes(on, started, ended, now).FirstOrDefault() is { } refused)
        {
            return refused;
        }

        StartedOn = on!.Value;
        StartedAt = started!.Value;
        EndedAt = ended;
        Version++;
        return new NotesTaken(PupilId, Id);
    }

    /// <summary>Everything that is wrong with a day and the times, in the order of the form.</summary>
    public static IEnumerable<Refusal> WrongTimes(LocalDate? on, LocalTime? started, LocalTime? ended, LocalDateTime now)
    {
        if (on is not { } day || day > now.Date || day < now.Date.PlusYears(-1))
        {
            yield return new Refusal("Enter the day it took place: today or earlier", nameof(On));
        }

        if (started is not { } from || (on == now.Date && from > now.TimeOfDay))
        {
            yield return new Refusal("Enter the time it started, such as 3.30pm", nameof(StartedAt));
        }
        else if (ended <= from)
        {
            yield return new Refusal("It ended after it started. Check both times", nameof(EndedAt));
        }
    }

    /// <summary>Keeps what is written so far. The lengths are those of the entry that it becomes.</summary>
    public Result<NotesTaken> TakeNotes(string? issue, string? said, string? note, LocalDate? reviewOn, LocalDateTime now)
    {
        if (Status is not MeetingStatus.Running)
        {
            return NotRunning;
        }

        if (WrongNotes(issue, said, note, now).FirstOrDefault() is { } refused)
        {
            return refused;
        }

        if (reviewOn < TakesPlaceOn)
        {
            return new Refusal("The review date must be on or after the day of the meeting", nameof(ReviewOn));
        }

        Issue = Text.Tidy(issue);
        Said = Text.Tidy(said);
        Note = Text.TidyLines(note);
        ReviewOn = reviewOn;
        Version++;
        return new NotesTaken(PupilId, Id);
    }

    /// <summary>Everything that is too long in the notes.</summary>
    public IEnumerable<Refusal> WrongNotes(string? issue, string? said, string? note, LocalDateTime now) =>
        (Content(issue, said, note) with { HappenedOn = now.Date, HappenedAt = null, Issue = Text.Tidy(issue) ?? "-" }).Wrong(now);

    /// <summary>
    /// Ends the meeting: what was written becomes an entry of the log and what was agreed its actions, by the same rules as any other
    /// conversation.
    /// </summary>
    /// <param name="seats">Everybody who was asked, with whether they were there.</param>
    /// <param name="agreed">The lines that stand, each with its owner.</param>
    /// <param name="reviewOn">The day to look at it again.</param>
    /// <param name="now">The school's present moment: the end, where no other was entered.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="at">The same moment.</param>
    public Result<HeldMeeting> Hold(
        IReadOnlyCollection<Seat> seats, IReadOnlyCollection<AgreedLine> agreed, LocalDate? reviewOn, LocalDateTime now, Id<Person> by, Instant at)
    {
        if (Status is not MeetingStatus.Running)
        {
            return NotRunning;
        }

        var (entry, actions, wrong) = Becoming(seats, agreed, reviewOn, now, by, at);
        if (wrong is [var refused, ..])
        {
            return refused;
        }

        Status = MeetingStatus.Held;
        EntryId = entry!.Id;
        ReviewOn = reviewOn;
        On = TakesPlaceOn;
        EndedAt ??= On == now.Date ? new LocalTime(now.Hour, now.Minute) : null;
        Version++;
        return new HeldMeeting(entry!, actions, new MeetingHeld(PupilId, Id));
    }

    /// <summary>Everything that stands against ending it so.</summary>
    public IReadOnlyList<Refusal> WrongToHold(
        IReadOnlyCollection<Seat> seats, IReadOnlyCollection<AgreedLine> agreed, LocalDate? reviewOn, LocalDateTime now, Id<Person> by, Instant at) =>
        Status is MeetingStatus.Running ? Becoming(seats, agreed, reviewOn, now, by, at).Wrong : [NotRunning];

    /// <summary>The entry and the actions that it would become, and everything that stands against them.</summary>
    private (LogEntry? Entry, List<AgreedAction> Actions, IReadOnlyList<Refusal> Wrong) Becoming(
        IReadOnlyCollection<Seat> seats, IReadOnlyCollection<AgreedLine> agreed, LocalDate? reviewOn, LocalDateTime now, Id<Person> by, Instant at)
    {
        var here = seats.Where(s => s.Attendee.IsHere).ToList();
        List<Refusal> wrong = [.. TooFewCame(here.Count(s => s.Attendee.Part is MeetingPart.Staff))];
        var content = Content(Issue ?? About ?? Kind.InWords(), Said, Note) with { SpokeWithId = TheOneWhoCame(here), SpokeWith = Others(here) };
        var id = new Id<LogEntry>(Id.Value);
        if (!LogEntry.Keep(id, SchoolId, PupilId, content, reviewOn, agreed.Count > 0, by, at).Allowed(out var entry, out var refused))
        {
            wrong.Add(refused);
        }

        // Without a review date, which is asked for already, a line without a day of its own says nothing new.
        var actions = new List<AgreedAction>();
        foreach (var line in agreed.Where(l => (l.Line.DueOn ?? reviewOn) is not null))
        {
            if (AgreedAction.Agree(line.Line.Agreement(this, id), line.Owner, line.Line.DueOn ?? reviewOn, now.Date, at).Allowed(out var action, out refused))
            {
                actions.Add(action);
            }
            else
            {
                wrong.Add(new Refusal($"“{line.Line.What}”: {refused.Sentence}", "Lines"));
            }
        }

        return (entry, actions, wrong);
    }

    private IEnumerable<Refusal> TooFewCame(int colleagues)
    {
        if (colleagues == 0)
        {
            yield return new Refusal("Say who was there first: at least one member of staff", nameof(Attendance));
        }
        else if (IsSensitive && colleagues < ColleaguesAtAHardOne)
        {
            yield return new Refusal(
                $"This meeting is marked sensitive, so at least {ColleaguesAtAHardOne} colleagues are there. Mark who else was, or take the mark off and say why in the notes", nameof(Attendance));
        }
    }

    private static Refusal NotRunning => new("This meeting is not running. Reload the page to see what happened");

    private EntryContent Content(string? issue, string? said, string? note) => new()
    {
        HappenedOn = TakesPlaceOn,
        HappenedAt = StartedAt,
        Channel = Channel.Meeting,
        Issue = issue ?? "",
        Said = said,
        Note = note,
        Visibility = Visibility
    };

    /// <summary>The one carer or professional who came; nobody when several did.</summary>
    private static Id<Person>? TheOneWhoCame(IReadOnlyCollection<Seat> here) =>
        here.Where(s => s.Attendee.Part is MeetingPart.Carer or MeetingPart.Professional).ToList() is [var one] ? one.Attendee.PersonId : null;

    /// <summary>Those who came from outside, as one line: as many names as an entry has room for, the family's first.</summary>
    private static string? Others(IReadOnlyCollection<Seat> here)
    {
        string[] names = [.. here.Where(s => s.Attendee.Part is not MeetingPart.Staff).OrderBy(s => s.Attendee.Part is MeetingPart.Professional).Select(s => s.Name)];
        for (var shown = names.Length; shown > 0; shown--)
        {
            var more = names.Length - shown;
            var line = string.Join(", ", names.Take(shown)) + (more > 0 ? $" and {more} more" : "");
            if (line.Length <= EntryContent.SpokeWithMaxLength)
            {
                return line;
            }
        }

        return null;
    }
}
