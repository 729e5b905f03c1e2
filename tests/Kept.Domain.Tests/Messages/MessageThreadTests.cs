using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Messages;

/// <summary>A thread between the school and one carer: what may be written, who answers, how it ends.</summary>
public sealed class MessageThreadTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    private static readonly Id<Person> Mother = Id<Person>.New();
    private static readonly Id<Person> Teacher = Id<Person>.New();
    private static readonly Id<Person> Senco = Id<Person>.New();

    [Fact]
    public void A_thread_has_exactly_one_child_and_one_carer_and_begins_with_a_message()
    {
        var begun = New("  PE   kit ");

        var sent = MessageThread.Start(begun, By(Mother, " پی ای کب ہے؟ \n شکریہ ", "ur")).OrThrow();

        Assert.Equal((begun.PupilId, Mother, Teacher, "PE kit"), (sent.Thread.PupilId, sent.Thread.CarerId, sent.Thread.WithId!.Value, sent.Thread.Subject));
        Assert.Equal((1, Mother, true, "ur", false), (sent.Message.Number, sent.Message.FromId, sent.Message.IsFromFamily, sent.Message.Language, sent.Message.Closes));
        Assert.StartsWith("پی ای کب ہے؟", sent.Message.Words, StringComparison.Ordinal);
        Assert.Equal((1, "thread-started"), (sent.Thread.Count, sent.Happened.Kind));
    }

    [Fact]
    public void A_message_has_words_a_language_and_a_length_and_a_thread_a_subject()
    {
        Refused.With(MessageThread.Start(New(" "), By(Mother, "Hello")), "Enter what it is about", nameof(MessageThread.Subject));
        Refused.With(MessageThread.Start(New(new string('x', 121)), By(Mother, "Hello")), "120 characters", nameof(MessageThread.Subject));
        Refused.With(MessageThread.Start(New(), By(Mother, " \n ")), "Write your message", nameof(Message.Words));
        Refused.With(MessageThread.Start(New(), By(Mother, new string('x', 4001))), "4,000 characters", nameof(Message.Words));
        Refused.With(MessageThread.Start(New(), By(Mother, "Hello", "xx-none")), "language", nameof(Message.Language));
        Assert.Equal(4000, MessageThread.Start(New(), By(Mother, new string('x', 4000))).OrThrow().Message.Words.Length);
    }

    [Fact]
    public void Messages_are_never_edited_a_mistake_is_followed_by_another()
    {
        var thread = Started();

        var second = thread.Write(By(Mother, "I meant Tuesday")).OrThrow();

        Assert.Equal((2, 2, "message-sent"), (second.Message.Number, thread.Count, second.Happened.Kind));
        Assert.DoesNotContain(typeof(Message).GetProperties(), p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)));
    }

    [Fact]
    public void A_very_long_thread_asks_for_another()
    {
        var thread = Started();
        for (var i = 1; i < MessageThread.MostMessages; i++)
        {
            thread.Write(By(Mother, "Again")).OrThrow();
        }

        Refused.With(thread.Write(By(Mother, "Once more")), "Start another");
    }

    [Fact]
    public void The_school_closes_with_what_came_of_it_and_a_new_message_from_the_family_opens_it_again()
    {
        var thread = Started();
        Refused.With(thread.Close(By(Senco, " "), 1), "Say what came of it", nameof(Message.Words));
        Refused.With(thread.Close(By(Mother, "Done"), 1), "Only the school");

        var closing = thread.Close(By(Senco, "The kit is found"), 1).OrThrow();

        Assert.True(thread.IsClosed);
        Assert.Equal((true, "thread-closed"), (closing.Message.Closes, closing.Happened.Kind));
        Refused.With(thread.Close(By(Senco, "Again"), 2), "closed already");
        thread.Write(By(Mother, "It is not ours")).OrThrow();
        Assert.False(thread.IsClosed);
    }

    [Fact]
    public void Nothing_is_closed_over_a_message_that_nobody_has_read()
    {
        var thread = Started();
        thread.Write(By(Mother, "And one more thing")).OrThrow();

        Refused.With(thread.Close(By(Senco, "All done"), seen: 1), "new message");
        Assert.False(thread.IsClosed);
    }

    [Fact]
    public void It_is_handed_to_a_colleague_with_a_reason()
    {
        var thread = Started();
        Refused.With(thread.PassTo(null, "On a course", Teacher, Now), "Choose who answers", nameof(MessageThread.WithId));
        Refused.With(thread.PassTo(Teacher, "On a course", Teacher, Now), "have it already", nameof(MessageThread.WithId));
        Refused.With(thread.PassTo(Senco, " ", Teacher, Now), "Say why", nameof(ThreadHandover.Reason));
        Refused.With(thread.PassTo(Senco, new string('x', 301), Teacher, Now), "300 characters", nameof(ThreadHandover.Reason));

        var handover = thread.PassTo(Senco, " On a course ", Teacher, Now).OrThrow();

        Assert.Equal(Senco, thread.WithId);
        Assert.Equal((Teacher, Senco, "On a course"), (handover.FromId!.Value, handover.ToId, handover.Reason));
    }

    [Fact]
    public void Who_answers_first_has_it_where_nobody_had()
    {
        var thread = MessageThread.Start(New() with { WithId = null }, By(Mother, "Who has Leo’s coat?")).OrThrow().Thread;
        Assert.Null(thread.WithId);

        thread.Write(By(Senco, "I do")).OrThrow();
        thread.Write(By(Teacher, "It is in the hall")).OrThrow();

        Assert.Equal(Senco, thread.WithId);
    }

    [Fact]
    public void A_carer_who_may_not_be_told_is_not_written_to()
    {
        var (school, today) = (Id<School>.New(), new LocalDate(2026, 5, 5));
        var carer = Person.Named(school, PersonKind.Carer, "Mr", "Craig", "Bennett").OrThrow();
        var pupil = SomePupil(school);
        var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = school, PupilId = pupil.Id, CarerId = carer.Id, Kind = "father" };
        Assert.Null(MayBeWritten.Refusal(carer, tie, pupil, today, Nation.England));

        tie.Restrict(ContactRestriction.Limited, "Order", "ZC1", null).OrThrow();
        Assert.Contains("may not be told", MayBeWritten.Refusal(carer, tie, pupil, today, Nation.England)!.Sentence, StringComparison.Ordinal);

        tie.Restrict(ContactRestriction.None, null, null, null).OrThrow();
        carer.Leave(today.PlusDays(-1));
        Assert.Contains("no more", MayBeWritten.Refusal(carer, tie, pupil, today, Nation.England)!.Sentence, StringComparison.Ordinal);
    }

    private static Pupil SomePupil(Id<School> school)
    {
        const string digits = "820432120001";
        return Pupil.Enrol(school, new PupilDetails($"{Upn.CheckLetter("-" + digits)}{digits}", "Leo", "Bennett", null, null, "5", "5E", SenProvision.None, [])).OrThrow();
    }

    private static NewThread New(string subject = "PE kit") => new(Id<MessageThread>.New(), Id<School>.New(), Id<Pupil>.New(), Mother, Teacher, subject);

    private static NewMessage By(Id<Person> who, string words, string language = "en") => new(Id<Message>.New(), who, words, language, Now);

    private static MessageThread Started() => MessageThread.Start(New(), By(Mother, "When is PE?")).OrThrow().Thread;
}
