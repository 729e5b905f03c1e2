using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Tests.Actions;
using NodaTime;

namespace Kept.Domain.Tests.Meetings;

/// <summary>What was agreed before is reviewed at the table.</summary>
public sealed class ReviewGoneThroughTests
{
    private static readonly ReviewAnswers Answers = new(DidItHappen.Partly, "He comes in by himself", "Try the bus", Table.Day.PlusDays(14));

    [Fact]
    public void A_review_held_in_a_meeting_is_the_entrys_own_and_moves_its_date()
    {
        var (meeting, _) = Table.Running();
        var entry = Entry(meeting);

        var held = Hold(meeting, entry).OrThrow();

        Assert.Equal((entry.Id, held.Review.Id, meeting.Id), (held.Review.EntryId, held.Part.ReviewId, held.Part.MeetingId));
        Assert.Equal((Answers.NextOn, (LocalDate?)Table.Day), (entry.ReviewOn, held.Review.WasDueOn));
    }

    [Fact]
    public void A_meeting_that_does_not_run_reviews_nothing()
    {
        var (meeting, _) = Table.Booked();

        Refused.With(Hold(meeting, Entry(meeting)), "This meeting is not running");
    }

    [Fact]
    public void What_is_for_fewer_people_than_the_meeting_or_of_another_pupil_is_not_reviewed_in_it()
    {
        var (meeting, _) = Table.Running();
        var (narrow, strange) = (Entry(meeting, Visibility.SendTeam), Entry(meeting, pupil: Id<Pupil>.New()));

        Assert.True(Hold(meeting, narrow).Refused(out _));
        Assert.True(Hold(meeting, strange).Refused(out _));
        Assert.Equal([Table.Day, Table.Day], [narrow.ReviewOn!.Value, strange.ReviewOn!.Value]);
    }

    private static Result<ReviewInMeeting> Hold(Meeting meeting, LogEntry entry) =>
        ReviewGoneThrough.Hold(meeting, entry, Answers, Table.Day, Sample.Senco.PersonId, Table.ThatMoment);

    private static LogEntry Entry(Meeting meeting, Visibility visibility = Visibility.Family, Id<Pupil>? pupil = null) => LogEntry.Keep(
        Id<LogEntry>.New(), meeting.SchoolId, pupil ?? meeting.PupilId,
        new EntryContent { HappenedOn = Table.Today, Channel = Channel.Phone, Issue = "Mornings are hard", Visibility = visibility },
        Table.Day, agreesSomething: false, Sample.Senco.PersonId, Table.Now).OrThrow();
}
