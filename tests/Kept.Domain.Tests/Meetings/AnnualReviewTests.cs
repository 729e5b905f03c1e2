using Kept.Domain.Meetings;
using Kept.Domain.Tests.Actions;
using NodaTime;

namespace Kept.Domain.Tests.Meetings;

/// <summary>The statutory days around an annual review, and what is heard before a meeting.</summary>
public sealed class AnnualReviewTests
{
    [Fact]
    public void The_days_are_counted_from_the_meeting()
    {
        var dates = AnnualReview.Dates(new LocalDate(2026, 5, 12), MeetingTerms.On(new LocalDate(2026, 5, 12)), []);

        Assert.Equal(
            [new(2026, 4, 28), new(2026, 4, 28), new(2026, 5, 26), new(2026, 6, 9), new(2026, 8, 4), new LocalDate(2027, 5, 12)],
            dates.Select(d => d.By));
    }

    [Fact]
    public void The_lengths_are_a_dated_list_and_before_it_its_first_row() =>
        Assert.Equal(MeetingTerms.On(new LocalDate(2014, 9, 1)), MeetingTerms.On(new LocalDate(2000, 1, 1)));

    [Fact]
    public void The_final_plan_is_waited_for_only_where_the_authority_amends()
    {
        var meeting = Held();
        var decided = Step(meeting, ReviewStepKind.PlanToBeAmended, Table.Day.PlusDays(20));

        Assert.Equal("if it amends", Final([]).OnlyIf);
        Assert.Null(Final([decided]).OnlyIf);
        Assert.True(Final([decided]).IsLateOn(Table.Day.PlusDays(85)));
        Assert.False(Final([decided]).IsLateOn(Table.Day.PlusDays(84)));
        Assert.Null(Final([Step(meeting, ReviewStepKind.PlanKept, Table.Day)]).DoneOn);

        StatutoryDate Final(ReviewStep[] taken) => AnnualReview.Dates(Table.Day, MeetingTerms.On(Table.Day), taken)[4];
    }

    [Fact]
    public void What_comes_after_the_meeting_cannot_be_recorded_before_it()
    {
        var (planned, _) = Table.Booked(Table.Plan(MeetingKind.AnnualReview));

        Refused.With(Take(planned, ReviewStepKind.ReportSent, Table.Today), "after the meeting");
        Refused.With(Take(planned, ReviewStepKind.Invited, Table.Today.PlusDays(1)), "today or earlier");
        Take(planned, ReviewStepKind.Invited, Table.Today).OrThrow();
        Refused.With(Take(Table.Booked().Meeting, ReviewStepKind.Invited, Table.Today), "Only an annual review");
    }

    [Fact]
    public void The_childs_view_says_how_it_was_gathered()
    {
        var (meeting, _) = Table.Booked(null, Table.Child);

        Refused.With(Contribution.Receive(meeting, Table.Child, null, "I like the quiet room", Table.Today, Sample.Teacher.PersonId, Table.Now), "how", nameof(Contribution.How));
        var heard = Contribution.Receive(meeting, Table.Child, "In a talk, with pictures", "I like the quiet room", Table.Today, Sample.Teacher.PersonId, Table.Now).OrThrow();
        Assert.Equal((Voice.Child, null), (heard.Voice, heard.FromId));
    }

    [Fact]
    public void A_restricted_carer_is_not_heard_by_accident() =>
        Refused.With(
            Contribution.Receive(
                Table.Booked().Meeting, Table.Carer("Craig", Domain.People.ContactRestriction.NoInformation), null, "I want to know", Table.Today, Sample.Teacher.PersonId, Table.Now),
            "may not be told");

    private static Meeting Held()
    {
        var (meeting, there) = Table.Running(Table.Plan(MeetingKind.AnnualReview));
        meeting.Hold(Table.Seats(there), [], null, Table.OnTheDay, Sample.Senco.PersonId, Table.ThatMoment).OrThrow();
        return meeting;
    }

    private static Result<ReviewStep> Take(Meeting meeting, ReviewStepKind kind, LocalDate on) =>
        ReviewStep.Take(meeting, kind, on, null, Table.Today, Sample.Senco.PersonId, Table.Now);

    private static ReviewStep Step(Meeting meeting, ReviewStepKind kind, LocalDate on) =>
        ReviewStep.Take(meeting, kind, on, null, on.PlusDays(1), Sample.Senco.PersonId, Table.Now).OrThrow();
}
