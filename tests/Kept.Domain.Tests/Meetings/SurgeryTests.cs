using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Tests.Actions;
using Kept.Domain.Tests.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Meetings;

/// <summary>Protected time that comes every week, and families who book it for themselves.</summary>
public sealed class SurgeryTests
{
    private static readonly SurgeryPlan Tuesdays = new() { Weekday = IsoDayOfWeek.Tuesday, From = new LocalTime(15, 30), Slots = 3, Minutes = 10, Place = " The library " };

    [Fact]
    public void It_comes_every_week_on_school_days_from_tomorrow()
    {
        var surgery = Offered();

        var days = surgery.DaysToCome(SampleCalendar.Calendar, Sample.Today).ToList();

        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.True(day > Sample.Today && day.DayOfWeek is IsoDayOfWeek.Tuesday && SampleCalendar.Calendar.IsSchoolDay(day)));
        Assert.Contains(Enumerable.Range(1, Surgery.DaysAhead).Select(Sample.Today.PlusDays), day => day.DayOfWeek is IsoDayOfWeek.Tuesday && !days.Contains(day));
        Assert.Equal([new LocalTime(15, 30), new LocalTime(15, 40), new LocalTime(15, 50)], surgery.SlotsToCome(SampleCalendar.Calendar, Sample.Today).Where(s => s.On == days[0]).Select(s => s.At));
        Assert.Equal((new LocalTime(16, 0), "The library"), (surgery.Until, surgery.Place));
    }

    [Fact]
    public void Everything_that_cannot_be_is_said_at_once()
    {
        var plan = Tuesdays with { Weekday = IsoDayOfWeek.Sunday, Slots = 0, Minutes = 90, Place = new string('x', 500) };

        var (offered, wrong) = Surgery.Offer(Id<Surgery>.New(), Id<School>.New(), plan, null, Sample.Today, Sample.Senco.PersonId, Sample.Now);

        Assert.Null(offered);
        Assert.Equal(["Lead", "Weekday", "Minutes", "Slots", "Place"], wrong.Select(w => w.Field));
        Assert.Contains("midnight", Assert.Single(Wrong(Tuesdays with { From = new LocalTime(23, 45) })).Sentence, StringComparison.Ordinal);
        Assert.Equal("Lead", Assert.Single(Wrong(Tuesdays, Sample.Mother)).Field);
        Assert.Equal("Lead", Assert.Single(Wrong(Tuesdays, Sample.Senco with { Roles = [StaffRole.Governor] })).Field);
        Assert.Equal("Lead", Assert.Single(Wrong(Tuesdays, Sample.Senco with { LeftOn = Sample.Today.PlusDays(-1) })).Field);
    }

    [Fact]
    public void A_day_is_taken_out_and_an_ended_one_is_booked_no_more()
    {
        var surgery = Offered();
        var days = surgery.DaysToCome(SampleCalendar.Calendar, Sample.Today).ToList();

        surgery.TakeOut(days[1], SampleCalendar.Calendar, Sample.Today).OrThrow();
        surgery.TakeOut(days[0], SampleCalendar.Calendar, Sample.Today).OrThrow();

        Assert.Equal(days[2..], surgery.DaysToCome(SampleCalendar.Calendar, Sample.Today));
        Refused.With(surgery.TakeOut(days[0], SampleCalendar.Calendar, Sample.Today), "no surgery on that day");
        surgery.End(Sample.Today).OrThrow();
        Assert.Empty(surgery.SlotsToCome(SampleCalendar.Calendar, Sample.Today));
        Refused.With(surgery.End(Sample.Today), "ended already");
    }

    [Fact]
    public void A_slot_is_booked_as_a_conversation_and_given_back()
    {
        var surgery = Offered();
        var slot = surgery.SlotsToCome(SampleCalendar.Calendar, Sample.Today).First();

        var booked = Book(surgery, slot, Table.Mother).OrThrow();

        Assert.Equal((MeetingKind.Conversation, slot.On, slot.At, 10, "The library"), (booked.Meeting.Kind, booked.Meeting.On, booked.Meeting.At, booked.Meeting.Minutes, booked.Meeting.Place));
        Assert.Equal((surgery.Id, Table.Mother.PersonId!.Value), (booked.Meeting.SurgeryId!.Value, booked.Meeting.BookedById));
        Assert.Equal([surgery.LeadId, Table.Mother.PersonId!.Value], booked.Attendees.Select(a => a.PersonId!.Value));
        var (mother, before) = (Table.Mother.PersonId!.Value, (slot.On + slot.At).PlusMinutes(-1));
        booked.Meeting.GiveBack(mother, booked.Attendees, before).OrThrow();
        Assert.Equal((MeetingStatus.Cancelled, CalledOffBy.Family), (booked.Meeting.Status, booked.Meeting.CalledOffBy));
        Refused.With(booked.Meeting.GiveBack(mother, booked.Attendees, before), "over");
    }

    [Fact]
    public void Nobody_books_what_is_not_offered_or_for_a_carer_who_may_not_be_told()
    {
        var surgery = Offered();
        var slot = surgery.SlotsToCome(SampleCalendar.Calendar, Sample.Today).First();

        Refused.With(Book(surgery, slot with { At = slot.At.PlusMinutes(5) }, Table.Mother), "not offered");
        Refused.With(Book(surgery, slot with { On = Sample.Today }, Table.Mother), "not offered");
        Refused.With(Book(surgery, slot, Table.Child), "not offered");
        Refused.With(Book(surgery, slot, Table.Carer("Marcus", ContactRestriction.NoInformation)), "may not be told");
    }

    [Fact]
    public void Nobody_calls_off_what_has_begun_or_what_the_school_has_made_more_of()
    {
        var surgery = Offered();
        var slot = surgery.SlotsToCome(SampleCalendar.Calendar, Sample.Today).First();
        var (meeting, there) = Book(surgery, slot, Table.Mother).OrThrow();
        var (mother, father, time) = (Table.Mother.PersonId!.Value, Table.Carer("Marcus"), slot.On + slot.At);

        Assert.True(meeting.MayBeGivenBackBy(mother, there, time.PlusMinutes(-1)));
        Assert.False(meeting.MayBeGivenBackBy(mother, there, time));
        Assert.False(meeting.MayBeGivenBackBy(father.PersonId!.Value, there, time.PlusDays(-1)));
        var asked = meeting.Invite(father, there, Sample.Today, Sample.Now).OrThrow();
        Assert.False(meeting.MayBeGivenBackBy(mother, [.. there, asked], time.PlusDays(-1)));
        meeting.Withdraw(asked, [.. there, asked]).OrThrow();
        Assert.True(meeting.MayBeGivenBackBy(mother, [.. there, asked], time.PlusDays(-1)));
        meeting.Change(meeting.Plan with { Kind = MeetingKind.AnnualReview }, Sample.Senco, there, Sample.Today, Sample.Now).OrThrow();
        Refused.With(meeting.GiveBack(mother, there, time.PlusDays(-1)), "over");
        Assert.False(Table.Booked(null, Table.Mother).Meeting.MayBeGivenBackBy(Sample.Senco.PersonId, [], time.PlusDays(-1)));
    }

    [Theory]
    [InlineData("15:00", 30, false)]
    [InlineData("15:00", 31, true)]
    [InlineData("15:39", 45, true)]
    [InlineData("15:40", 45, false)]
    [InlineData("09:00", 480, true)]
    public void A_slot_is_kept_by_a_meeting_that_lasts_into_it_or_begins_in_it(string at, int minutes, bool isKept)
    {
        var surgery = Offered();
        var slot = surgery.SlotsToCome(SampleCalendar.Calendar, Sample.Today).First();
        var meeting = new LedMeeting(surgery.LeadId, slot.On, NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value, minutes);

        Assert.Equal(isKept, surgery.IsKeptBy(slot, meeting));
        Assert.False(surgery.IsKeptBy(slot, meeting with { On = slot.On.PlusDays(7) }));
        Assert.False(surgery.IsKeptBy(slot, meeting with { LeadId = Sample.Teacher.PersonId }));
    }

    private static Surgery Offered() => Surgery.Offer(Id<Surgery>.New(), Id<School>.New(), Tuesdays, Sample.Senco, Sample.Today, Sample.Senco.PersonId, Sample.Now).Offered!;

    private static IReadOnlyList<Refusal> Wrong(SurgeryPlan plan, Owner? lead = null) =>
        Surgery.Offer(Id<Surgery>.New(), Id<School>.New(), plan, lead ?? Sample.Senco, Sample.Today, Sample.Senco.PersonId, Sample.Now).Wrong;

    private static Result<BookedMeeting> Book(Surgery surgery, SurgerySlot slot, Guest carer) =>
        Meeting.BookSlot(Id<Meeting>.New(), Id<Pupil>.New(), surgery, slot, Sample.Senco, carer, SampleCalendar.Calendar, Sample.Today, Sample.Now);
}
