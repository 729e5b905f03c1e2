using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Tests.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Messages;

/// <summary>Whose turn it is, and by when: from the messages and the school's calendar, and from nothing else.</summary>
public sealed class StandingTests
{
    private static readonly School School = new() { Id = Id<School>.New(), TrustId = Id<Trust>.New(), Slug = "hillview", Name = "Hillview" };
    private static readonly Id<Person> Mother = Id<Person>.New();
    private static readonly Id<Person> Teacher = Id<Person>.New();

    /// <summary>Tuesday 5 May 2026, half past nine in London.</summary>
    private static readonly Instant Morning = Instant.FromUtc(2026, 5, 5, 8, 30);

    private readonly List<Message> messages = [];
    private MessageThread? thread;

    [Fact]
    public void It_is_the_schools_turn_when_the_family_wrote_last_and_the_answer_is_promised_by_the_schools_rule()
    {
        Write(Mother, Morning);

        Assert.Equal(Turn.School, Now.Turn);
        Assert.Equal(new LocalDate(2026, 5, 11), Now.AnswerBy(SampleCalendar.Calendar, School));
        Assert.False(Now.IsLateOn(new LocalDate(2026, 5, 11), SampleCalendar.Calendar, School));
        Assert.True(Now.IsLateOn(new LocalDate(2026, 5, 12), SampleCalendar.Calendar, School));
    }

    [Fact]
    public void What_comes_after_closing_time_counts_from_the_next_working_day()
    {
        // Friday before the bank holiday, five in the afternoon: received on Tuesday.
        Write(Mother, Instant.FromUtc(2026, 5, 1, 16, 0));

        Assert.Equal(new LocalDate(2026, 5, 11), Now.AnswerBy(SampleCalendar.Calendar, School));
    }

    [Fact]
    public void A_second_message_before_the_answer_gives_the_school_no_more_time()
    {
        Write(Mother, Morning);
        Write(Mother, Morning + Duration.FromDays(3));

        Assert.Equal(Morning, Now.WaitingSince);
    }

    [Fact]
    public void An_answer_makes_it_the_familys_turn_and_nobody_waits_for_a_day()
    {
        Write(Mother, Morning);
        Write(Teacher, Morning + Duration.FromHours(1));

        Assert.Equal((Turn.Family, (LocalDate?)null), (Now.Turn, Now.AnswerBy(SampleCalendar.Calendar, School)));
        Write(Mother, Morning + Duration.FromHours(2));
        Assert.Equal((Turn.School, Morning + Duration.FromHours(2)), (Now.Turn, Now.WaitingSince!.Value));
    }

    [Fact]
    public void Closed_it_is_nobodys_turn_and_opened_again_the_clock_begins_anew()
    {
        Write(Mother, Morning);
        messages.Add(thread!.Close(new NewMessage(Id<Message>.New(), Teacher, "Found", "en", Morning), 1).OrThrow().Message);
        Assert.Equal(Turn.Nobody, Now.Turn);

        Write(Mother, Morning + Duration.FromDays(9));

        Assert.Equal((Turn.School, Morning + Duration.FromDays(9)), (Now.Turn, Now.WaitingSince!.Value));
    }

    [Fact]
    public void Out_of_hours_the_school_says_when_it_is_back()
    {
        Assert.Null(Standing.BackOn(new LocalDateTime(2026, 5, 5, 9, 30), SampleCalendar.Calendar, School));
        Assert.Null(Standing.BackOn(new LocalDateTime(2026, 5, 5, 16, 0), SampleCalendar.Calendar, School));
        Assert.Equal(new LocalDate(2026, 5, 6), Standing.BackOn(new LocalDateTime(2026, 5, 5, 16, 1), SampleCalendar.Calendar, School));
        Assert.Equal(new LocalDate(2026, 5, 5), Standing.BackOn(new LocalDateTime(2026, 5, 2, 10, 0), SampleCalendar.Calendar, School));
        Assert.Null(Standing.BackOn(new LocalDateTime(2026, 12, 24, 10, 0), SampleCalendar.Calendar, School));
    }

    private Standing Now => Standing.Of(thread!, messages);

    private void Write(Id<Person> who, Instant at)
    {
        var message = new NewMessage(Id<Message>.New(), who, "Words", "en", at);
        var sent = (thread is null
            ? MessageThread.Start(new NewThread(Id<MessageThread>.New(), School.Id, Id<Pupil>.New(), Mother, Teacher, "PE"), message)
            : thread.Write(message)).OrThrow();
        thread = sent.Thread;
        messages.Add(sent.Message);
    }
}
