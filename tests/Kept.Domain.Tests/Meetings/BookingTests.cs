using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Tests.Actions;

namespace Kept.Domain.Tests.Meetings;

/// <summary>Before a meeting: who leads it, who is asked, and who may not be.</summary>
public sealed class BookingTests
{
    [Fact]
    public void The_lead_is_always_at_the_table_and_each_guest_has_a_place_of_their_own()
    {
        var (meeting, there) = Table.Booked(null, Table.Child, Table.Mother, Table.Mother, Guest.Of(Sample.Senco));

        Assert.Equal([Sample.Senco.PersonId, null, Table.Mother.PersonId], there.Select(a => a.PersonId));
        Assert.All(there, a => Assert.Equal((Attendance.Invited, meeting.Id), (a.Attendance, a.MeetingId)));
    }

    [Theory]
    [InlineData(ContactRestriction.NoContact, "may not be contacted")]
    [InlineData(ContactRestriction.NoInformation, "may not be told")]
    [InlineData(ContactRestriction.Limited, "only some things")]
    public void A_restricted_carer_cannot_be_invited_and_the_rule_says_why(ContactRestriction restriction, string words)
    {
        var father = Table.Carer("Craig", restriction);

        Refused.With(Table.Book(guests: [Table.Mother, father]), words, "Guests");
        var (meeting, there) = Table.Booked();
        Refused.With(meeting.Invite(father, there, Table.Today, Table.Now), words, "Guests");
    }

    [Fact]
    public void A_sensitive_meeting_needs_two_colleagues()
    {
        var plan = Table.Plan(MeetingKind.Concern) with { IsSensitive = true };

        Refused.With(Table.Book(plan, null, Table.Mother), "2 colleagues", "Guests");
        var (meeting, there) = Table.Booked(plan, Table.Mother, Guest.Of(Sample.Teacher));
        Refused.With(meeting.Withdraw(there[2], there), "2 colleagues");
        meeting.Withdraw(there[1], there).OrThrow();
    }

    [Fact]
    public void A_plan_cannot_become_sensitive_with_one_colleague()
    {
        var (meeting, there) = Table.Booked(null, Table.Mother);

        Refused.With(meeting.Change(Table.Plan() with { IsSensitive = true }, Sample.Senco, there, Table.Today, Table.Now), "2 colleagues");
        Assert.NotNull(meeting.Change(Table.Plan() with { IsSensitive = true }, Sample.Teacher, there, Table.Today, Table.Now).OrThrow().NewLead);
    }

    [Fact]
    public void The_lead_is_staff_who_may_see_it()
    {
        Refused.With(Table.Book(lead: Sample.Mother), "member of staff", "Lead");
        Refused.With(Table.Book(Table.Plan() with { Visibility = Visibility.Safeguarding }, Sample.Senco), "may not see", "Lead");
        Table.Book(Table.Plan() with { Visibility = Visibility.Safeguarding }, Sample.Dsl).OrThrow();
    }

    [Fact]
    public void Whoever_was_taken_off_is_asked_again_at_the_same_place()
    {
        var (meeting, there) = Table.Booked(null, Table.Mother);
        Refused.With(meeting.Invite(Table.Mother, there, Table.Today, Table.Now), "already");
        Refused.With(meeting.Withdraw(there[0], there), "leads");
        meeting.Withdraw(there[1], there).OrThrow();

        Assert.Same(there[1], meeting.Invite(Table.Mother, there, Table.Today, Table.Now).OrThrow());
        Assert.False(there[1].IsWithdrawn);
    }

    [Fact]
    public void Calling_it_off_needs_who_and_why_and_ends_it()
    {
        var (meeting, there) = Table.Booked(null, Table.Mother);

        Refused.With(meeting.Cancel(null, "She is ill"), "who", nameof(Meeting.CalledOffBy));
        Refused.With(meeting.Cancel(CalledOffBy.Family, " "), "why", nameof(Meeting.CalledOffWhy));
        meeting.Cancel(CalledOffBy.Family, "She is ill").OrThrow();
        Refused.With(meeting.Start(Table.OnTheDay), "over");
        Refused.With(meeting.Change(Table.Plan(), Sample.Teacher, there, Table.Today, Table.Now), "over");
    }

    [Theory]
    [InlineData(0, "minutes")]
    [InlineData(481, "minutes")]
    public void A_plan_that_cannot_be_meant_is_refused(int minutes, string words) =>
        Refused.With(Table.Book(Table.Plan() with { Minutes = minutes }), words, nameof(MeetingPlan.Minutes));

    [Fact]
    public void A_date_years_away_is_a_slip() =>
        Refused.With(Table.Book(Table.Plan() with { On = Table.Today.PlusYears(3) }), "year", nameof(MeetingPlan.On));
}
