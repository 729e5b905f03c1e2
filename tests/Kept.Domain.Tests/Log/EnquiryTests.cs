using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Tests.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Log;

/// <summary>A contact that waits for an answer: acknowledged in time, promised, answered.</summary>
public sealed class EnquiryTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    private static readonly Id<Person> By = Id<Person>.New();
    private static readonly School School = new() { Id = Id<School>.New(), TrustId = Id<Trust>.New(), Slug = "hillview", Name = "Hillview" };

    [Fact]
    public void It_takes_its_school_pupil_and_visibility_from_the_entry()
    {
        var entry = Entry(new LocalTime(9, 15));
        var enquiry = Enquiry.For(entry, new LocalTime(12, 0));

        Assert.Equal((entry.SchoolId, entry.PupilId, entry.Id, Visibility.Staff), (enquiry.SchoolId, enquiry.PupilId, enquiry.EntryId, enquiry.Visibility));
        Assert.Equal((Today, new LocalTime(9, 15)), (enquiry.ArrivedOn, enquiry.ArrivedAt));
        Assert.Equal(new LocalTime(12, 0), Enquiry.For(Entry(at: null), new LocalTime(12, 0)).ArrivedAt);
    }

    [Fact]
    public void The_family_waits_first_for_an_acknowledgement_and_then_for_the_promised_answer()
    {
        var enquiry = Waiting();
        Assert.Equal(new LocalDate(2026, 5, 11), enquiry.AnswerBy(SampleCalendar.Calendar, School));

        enquiry.Acknowledge(Today.PlusDays(10), Today, By, Now).OrThrow();

        Assert.Equal(Today.PlusDays(10), enquiry.AnswerBy(SampleCalendar.Calendar, School));
        Assert.Equal((Now, By), (enquiry.AcknowledgedAt, enquiry.AcknowledgedById));
        Assert.True(enquiry.IsWaiting);
    }

    [Fact]
    public void An_acknowledgement_promises_a_day()
    {
        var enquiry = Waiting();

        Refused.With(enquiry.Acknowledge(null, Today, By, Now), "today or later", nameof(Enquiry.PromisedBy));
        Refused.With(enquiry.Acknowledge(Today.PlusDays(-1), Today, By, Now), "today or later", nameof(Enquiry.PromisedBy));
        enquiry.Acknowledge(Today, Today, By, Now).OrThrow();
        Refused.With(enquiry.Acknowledge(Today, Today, By, Now), "already");
    }

    [Fact]
    public void An_answer_says_what_the_family_was_told()
    {
        var enquiry = Waiting();

        Refused.With(enquiry.Resolve(" ", By, Now), "Say what the family was told", nameof(Enquiry.Answer));
        Refused.With(enquiry.Resolve(new string('x', Enquiry.AnswerMaxLength + 1), By, Now), "1000 characters", nameof(Enquiry.Answer));
        Assert.True(enquiry.IsWaiting);
    }

    [Fact]
    public void An_answer_at_once_is_an_acknowledgement_too()
    {
        var enquiry = Waiting();

        enquiry.Resolve("Rang back: the bus comes at eight", By, Now).OrThrow();

        Assert.Equal((Now, By, Now), (enquiry.AcknowledgedAt, enquiry.AcknowledgedById, enquiry.AnsweredAt));
        Assert.False(enquiry.IsWaiting);
        Refused.With(enquiry.Resolve("Again", By, Now), "already");
        Refused.With(enquiry.Acknowledge(Today, Today, By, Now), "already");
    }

    private static Enquiry Waiting() => Enquiry.For(Entry(new LocalTime(9, 15)), default);

    private static LogEntry Entry(LocalTime? at)
    {
        var content = new EntryContent { HappenedOn = Today, HappenedAt = at, Channel = Channel.Email, Issue = "Asks about the bus", Visibility = Visibility.Staff };
        return LogEntry.Keep(Id<LogEntry>.New(), School.Id, Id<Pupil>.New(), content, null, false, By, Now).OrThrow();
    }
}
