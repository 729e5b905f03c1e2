using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Tests.Actions;
using NodaTime;
using Meeting = Kept.Domain.Meetings.Meeting;

namespace Kept.Domain.Tests.Families;

/// <summary>A carer says what is not working: it is an entry, and it waits for an answer.</summary>
public sealed class ConcernTests
{
    private static readonly Id<Person> Mother = Id<Person>.New();

    [Fact]
    public void It_comes_into_the_log_in_the_carers_words_and_waits_for_an_answer()
    {
        var action = Sample.Action();

        var raised = Raise(action, ConcernAbout.NotHappening, "  کوئی نہیں آیا ").OrThrow();

        Assert.Equal(("This is not happening: Share a shorter start-of-day plan", "کوئی نہیں آیا"), (raised.Entry.Issue, raised.Entry.Note));
        Assert.Equal((Channel.Portal, Mother, Mother), (raised.Entry.Channel, raised.Entry.LoggedById, raised.Entry.SpokeWithId));
        Assert.Equal((action.Id, "کوئی نہیں آیا"), (raised.Concern.ActionId, raised.Concern.Words));
        Assert.True(raised.Enquiry.IsWaiting);
        Assert.Equal(raised.Entry.Id, raised.Enquiry.EntryId);
        Assert.Equal(new LocalTime(9, 30), raised.Enquiry.ArrivedAt);
    }

    [Fact]
    public void One_parents_words_are_not_the_others_to_read() =>
        Assert.Equal(Visibility.Staff, Raise(Sample.Action(), ConcernAbout.NotHelping, null).OrThrow().Entry.Visibility);

    [Fact]
    public void Words_may_be_left_out_where_the_promise_says_enough_and_only_there()
    {
        Assert.Null(Raise(Sample.Action(), ConcernAbout.NotHelping, " ").OrThrow().Concern.Words);
        Refused.With(Raise(Sample.Action(), ConcernAbout.SomethingElse, " "), "Write what worries you", nameof(Concern.Words));
        Refused.With(Raise(null, ConcernAbout.NotHappening, null), "Write what worries you", nameof(Concern.Words));
        Refused.With(Raise(null, null, "words"), "Choose what is wrong", nameof(Concern.About));
    }

    [Fact]
    public void Long_words_are_kept_whole_and_begin_the_line_that_staff_read()
    {
        var words = new string('x', Concern.WordsMaxLength);

        var raised = Raise(null, ConcernAbout.SomethingElse, words).OrThrow();

        Assert.Equal(words, raised.Entry.Note);
        Assert.True(raised.Entry.Issue.Length < EntryContent.IssueMaxLength);
        Refused.With(Raise(null, ConcernAbout.SomethingElse, words + "x"), "1000 characters", nameof(Concern.Words));
    }

    [Fact]
    public void The_beginning_of_long_words_ends_with_a_whole_sign()
    {
        var raised = Raise(null, ConcernAbout.SomethingElse, new string('x', 239) + "😀 and more").OrThrow();

        Assert.Equal(new string('x', 239) + "…", raised.Entry.Issue);
    }

    [Fact]
    public void Nobody_complains_of_their_own_promise()
    {
        var hers = Sample.Action(owner: Sample.Mother);
        var raised = Concern.Raise(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), Sample.Mother.PersonId, hers, ConcernAbout.NotHappening, null, Sample.Now);
        Refused.With(raised, "their own promise", nameof(Concern.ActionId));
    }

    [Fact]
    public void That_a_record_was_understood_otherwise_is_said_of_a_meeting_and_of_nothing_else()
    {
        Refused.With(Raise(null, ConcernAbout.UnderstoodOtherwise, "words"), "Choose what is wrong", nameof(Concern.About));
        var meeting = Id<Meeting>.New();
        var raised = Concern.Raise(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), Mother, null, ConcernAbout.UnderstoodOtherwise, "Every day", Sample.Now, meeting).OrThrow();
        Assert.Equal((meeting, "Understood the meeting another way: Every day"), (raised.Concern.MeetingId, raised.Entry.Issue));
    }

    private static Result<Raised> Raise(AgreedAction? action, ConcernAbout? about, string? words) =>
        Concern.Raise(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), Mother, action, about, words, Sample.Now);
}
