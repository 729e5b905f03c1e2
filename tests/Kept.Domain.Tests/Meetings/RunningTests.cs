using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Tests.Actions;
using NodaTime;

namespace Kept.Domain.Tests.Meetings;

/// <summary>From the first minute of a meeting to its written record.</summary>
public sealed class RunningTests
{
    private static readonly LocalDate InJune = new(2026, 6, 16);

    [Fact]
    public void Run_on_another_day_it_took_place_on_that_day_but_written_up_it_keeps_its_own()
    {
        var (late, _) = Table.Booked();
        Refused.With(late.Start(Table.OnTheDay.PlusDays(2)), "planned for Tuesday 12 May. Start it now?", nameof(Meeting.On));
        Assert.Equal((MeetingStatus.Planned, Table.Day), (late.Status, late.On));
        late.Start(Table.OnTheDay.PlusDays(2), onAnotherDay: true).OrThrow();
        var (writtenUp, _) = Table.Booked(Table.Plan() with { On = Table.Today.PlusDays(-4) });
        writtenUp.Start(Table.OnTheDay).OrThrow();

        Assert.Equal((Table.Day.PlusDays(2), Table.Day, new LocalTime(15, 40)), (late.TakesPlaceOn, late.On, late.StartedAt));
        Assert.Equal((Table.Today.PlusDays(-4), new LocalTime(15, 30)), (writtenUp.TakesPlaceOn, writtenUp.StartedAt));
    }

    [Fact]
    public void The_planned_day_is_its_day_until_it_has_been_held()
    {
        var (meeting, there) = Table.Booked();
        meeting.Start(Table.OnTheDay.PlusDays(-1), onAnotherDay: true).OrThrow();
        there.ForEach(a => a.Mark(Attendance.Attended));
        meeting.TakeNotes("Mornings are hard", null, null, null, Table.OnTheDay.PlusDays(-1)).OrThrow();
        Assert.Equal(Table.Day, meeting.On);

        var held = Hold(meeting, there, null).OrThrow();

        Assert.Equal((Table.Day.PlusDays(-1), Table.Day.PlusDays(-1)), (meeting.On, held.Entry.HappenedOn));
    }

    [Fact]
    public void A_start_by_mistake_is_taken_back_with_every_word_kept()
    {
        var (meeting, _) = Table.Booked();
        Refused.With(meeting.NotStarted(), "not running");
        meeting.Start(Table.OnTheDay.PlusDays(-1), onAnotherDay: true).OrThrow();
        meeting.TakeNotes("Mornings are hard", null, null, null, Table.OnTheDay).OrThrow();

        meeting.NotStarted().OrThrow();

        Assert.Equal((MeetingStatus.Planned, Table.Day, Table.Day, "Mornings are hard"), (meeting.Status, meeting.On, meeting.TakesPlaceOn, meeting.Issue));
        Assert.Equal((null, null), (meeting.StartedOn, meeting.StartedAt));
        meeting.Start(Table.OnTheDay).OrThrow();
        Assert.Equal("Mornings are hard", meeting.Issue);
    }

    [Fact]
    public void Ending_gives_an_entry_with_its_actions_by_the_rules_of_the_log()
    {
        var (meeting, there) = Table.Running(null, Table.Child, Table.Mother);
        meeting.TakeNotes("Mornings are hard", "We will try a quiet start", "Long talk", null, Table.OnTheDay).OrThrow();
        var dated = Line(meeting, "share a plan", Sample.Senco, Table.Day.PlusDays(3));
        var withTheReview = Line(meeting, "watch the reading", Sample.Teacher, null);

        var held = Hold(meeting, there, InJune, new(dated, Sample.Senco), new(withTheReview, Sample.Teacher)).OrThrow();

        Assert.Equal((MeetingStatus.Held, held.Entry.Id, (LocalTime?)new LocalTime(15, 40)), (meeting.Status, meeting.EntryId!.Value, meeting.EndedAt));
        Assert.Equal((Channel.Meeting, "Mornings are hard", (LocalDate?)InJune), (held.Entry.Channel, held.Entry.Issue, held.Entry.ReviewOn));
        Assert.Equal(Table.Mother.PersonId, held.Entry.SpokeWithId);
        Assert.Equal([(Table.Day.PlusDays(3), "SEN support meeting"), (InJune, "SEN support meeting")], held.Actions.Select(a => (a.DueOn, a.Source!)));
        Assert.All(held.Actions, a => Assert.Equal(held.Entry.Id, a.EntryId));
    }

    [Fact]
    public void What_is_agreed_needs_a_review_as_in_the_log()
    {
        var (meeting, there) = Table.Running();
        var line = Line(meeting, "share a plan", Sample.Senco, Table.Day.PlusDays(3));

        Refused.With(Hold(meeting, there, null, new AgreedLine(line, Sample.Senco)), "review date", nameof(LogEntry.ReviewOn));
        Assert.Equal(MeetingStatus.Running, meeting.Status);
    }

    [Fact]
    public void A_line_without_one_owner_or_for_somebody_who_could_not_see_it_is_refused_at_once()
    {
        var (meeting, _) = Table.Running(Table.Plan() with { Visibility = Visibility.Staff });

        Refused.With(Agree(meeting, "share a plan", null, null), "one person");
        Refused.With(Agree(meeting, "read at home", Sample.Mother, null), "could not see");
        Refused.With(Agree(meeting, "share a plan", Sample.Senco, Table.Day.PlusDays(-1)), "on or after");
    }

    [Fact]
    public void An_owner_who_left_meanwhile_stops_the_end_and_is_named()
    {
        var (meeting, there) = Table.Running();
        var line = Line(meeting, "share a plan", Sample.Senco, null);

        Refused.With(Hold(meeting, there, InJune, new AgreedLine(line, Sample.Senco with { LeftOn = Table.Today })), "share a plan");
    }

    [Fact]
    public void Somebody_of_the_school_was_there_and_two_at_a_hard_one()
    {
        var (meeting, there) = Table.Running(null, Table.Mother);
        there[0].Mark(Attendance.SentApologies);
        Refused.With(Hold(meeting, there, InJune), "who was there");

        var (hard, colleagues) = Table.Running(Table.Plan() with { IsSensitive = true }, Guest.Of(Sample.Teacher));
        colleagues[1].Mark(Attendance.DidNotCome);
        Refused.With(Hold(hard, colleagues, InJune), "2 colleagues");
        colleagues[1].Mark(Attendance.Attended);
        Hold(hard, colleagues, InJune).OrThrow();
    }

    [Fact]
    public void Many_who_came_are_named_in_as_much_room_as_an_entry_has()
    {
        var guests = Enumerable.Range(1, 30).Select(n => Table.Carer($"Guest {n}")).ToArray();
        var (meeting, there) = Table.Running(null, guests);

        var with = Hold(meeting, there, null).OrThrow().Entry.SpokeWith!;

        Assert.True(with.Length <= EntryContent.SpokeWithMaxLength);
        Assert.Matches("^Person 2, .* and [0-9]+ more$", with);
    }

    [Fact]
    public void Times_that_cannot_be_are_refused()
    {
        var (meeting, _) = Table.Running();

        Refused.With(meeting.Time(Table.Day.PlusDays(1), new LocalTime(9, 0), null, Table.OnTheDay), "today or earlier", nameof(Meeting.On));
        Refused.With(meeting.Time(Table.Day, null, null, Table.OnTheDay), "started", nameof(Meeting.StartedAt));
        Refused.With(meeting.Time(Table.Day, new LocalTime(15, 0), new LocalTime(14, 0), Table.OnTheDay), "ended", nameof(Meeting.EndedAt));
        meeting.Time(Table.Day, new LocalTime(15, 0), new LocalTime(15, 35), Table.OnTheDay).OrThrow();
    }

    [Fact]
    public void An_action_that_stands_was_touched_and_a_done_one_cannot_stand()
    {
        var action = Sample.Action();
        action.LetStand(Sample.Later).OrThrow();

        Assert.Equal((Sample.Later, 2, ActionStatus.Open), (action.TouchedAt, action.Version, action.Status));
        Refused.With(Sample.Done().LetStand(Sample.Later), "done already");
    }

    private static Result<MeetingLine> Agree(Meeting meeting, string what, Owner? owner, LocalDate? due) =>
        MeetingLine.Agree(meeting, 0, what, owner, due, Table.Day, Sample.Senco.PersonId, Table.ThatMoment);

    private static MeetingLine Line(Meeting meeting, string what, Owner owner, LocalDate? due) => Agree(meeting, what, owner, due).OrThrow();

    private static Result<HeldMeeting> Hold(Meeting meeting, IEnumerable<Attendee> there, LocalDate? review, params AgreedLine[] lines) =>
        meeting.Hold(Table.Seats(there), lines, review, Table.OnTheDay, Sample.Senco.PersonId, Table.ThatMoment);
}
