using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Log;

public sealed class LogEntryTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30); // Half past nine in London.
    private static readonly Id<Person> By = Id<Person>.New();

    private static readonly EntryContent Call = new()
    {
        HappenedOn = Today,
        HappenedAt = new LocalTime(9, 0),
        Channel = Channel.Phone,
        Issue = "Worried about the morning",
        Visibility = Visibility.Family
    };

    [Fact]
    public void A_call_is_kept_with_tidy_words()
    {
        var entry = Keep(Call with { Issue = "  Worried\n about  it ", Said = " ", Note = "One\r\ntwo  ", SpokeWith = " nan " });

        Assert.Equal(("Worried about it", null, "One\ntwo", "nan"), (entry.Issue, entry.Said, entry.Note, entry.SpokeWith));
        Assert.Equal(1, entry.Version);
    }

    [Fact]
    public void Rule_2_what_is_agreed_has_a_review_date()
    {
        Refused.With(Kept(Call, reviewOn: null, agrees: true), "always has a review date", nameof(LogEntry.ReviewOn));
        Assert.False(Kept(Call, reviewOn: Today.PlusDays(7), agrees: true).Refused(out _));
        Assert.False(Kept(Call, reviewOn: null, agrees: false).Refused(out _));
    }

    [Fact]
    public void No_review_before_it_happened() =>
        Refused.With(Kept(Call, reviewOn: Today.PlusDays(-1), agrees: false), "on or after", nameof(LogEntry.ReviewOn));

    [Fact]
    public void Rule_6_both_times_are_kept_and_same_day_is_computed()
    {
        Assert.True(Keep(Call).WasLoggedTheSameDay);
        Assert.False(Keep(Call with { HappenedOn = Today.PlusDays(-1) }).WasLoggedTheSameDay);

        // A quarter to midnight in London is the next day for nobody but a clock on UTC.
        var lateCall = Call with { HappenedAt = new LocalTime(23, 40) };
        var late = LogEntry.Keep(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), lateCall, null, false, By, Instant.FromUtc(2026, 5, 5, 22, 45)).OrThrow();
        Assert.True(late.WasLoggedTheSameDay);
        Assert.Equal(Instant.FromUtc(2026, 5, 5, 22, 45), late.LoggedAt);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(0, "09:31")]
    public void What_has_not_happened_is_not_logged(int daysOn, string? time)
    {
        var at = time is null ? (LocalTime?)null : new LocalTime(9, 31);

        Refused.With(Kept(Call with { HappenedOn = Today.PlusDays(daysOn), HappenedAt = at }), "has not happened yet", nameof(EntryContent.HappenedOn));
    }

    [Fact]
    public void This_very_minute_has_happened() => Assert.False(Kept(Call with { HappenedAt = new LocalTime(9, 30) }).Refused(out _));

    [Fact]
    public void A_slip_in_the_year_is_asked_about() =>
        Refused.With(Kept(Call with { HappenedOn = new LocalDate(206, 5, 5) }), "Check the year", nameof(EntryContent.HappenedOn));

    [Fact]
    public void Each_line_has_its_length()
    {
        Refused.With(Kept(Call with { Issue = " " }), "Enter what the family raised", nameof(EntryContent.Issue));
        Refused.With(Kept(Call with { Issue = Long(EntryContent.IssueMaxLength) }), "500 characters", nameof(EntryContent.Issue));
        Refused.With(Kept(Call with { Said = Long(EntryContent.SaidMaxLength) }), "1000 characters", nameof(EntryContent.Said));
        Refused.With(Kept(Call with { Note = Long(EntryContent.NoteMaxLength) }), "8000 characters", nameof(EntryContent.Note));
        Refused.With(Kept(Call with { SpokeWith = Long(EntryContent.SpokeWithMaxLength) }), "120 characters", nameof(EntryContent.SpokeWith));
    }

    [Fact]
    public void Who_is_in_the_record_needs_no_description() =>
        Assert.Null(Keep(Call with { SpokeWithId = By, SpokeWith = "mum" }).SpokeWith);

    [Fact]
    public void Rule_4_a_correction_keeps_the_old_words_with_who_when_and_why()
    {
        var entry = Keep(Call);
        var editor = Id<Person>.New();
        var later = Now + Duration.FromHours(2);

        var was = entry.Correct(entry.Content with { Issue = "Worried about lunch", Visibility = Visibility.Staff }, " Wrong  meal ", editor, later).OrThrow();

        Assert.Equal(("Worried about the morning", Visibility.Family, 1), (was.Issue, was.Visibility, was.Number));
        Assert.Equal((editor, later, "Wrong meal"), (was.ReplacedById, was.ReplacedAt, was.Reason));
        Assert.Equal(("Worried about lunch", Visibility.Staff, 2), (entry.Issue, entry.Visibility, entry.Version));
        Assert.Equal((entry.Id, entry.PupilId, entry.SchoolId), (was.EntryId, was.PupilId, was.SchoolId));
    }

    [Fact]
    public void Rule_4_versions_count_up()
    {
        var entry = Keep(Call);
        entry.Correct(entry.Content with { Issue = "Two" }, "Why", By, Now).OrThrow();

        Assert.Equal(2, entry.Correct(entry.Content with { Issue = "Three" }, "Why", By, Now).OrThrow().Number);
    }

    [Fact]
    public void A_correction_changes_something_and_says_why()
    {
        var entry = Keep(Call);
        var changed = entry.Content with { Issue = "Other" };

        Refused.With(entry.Correct(changed, " ", By, Now), "Say why", "Reason");
        Refused.With(entry.Correct(changed, Long(EntryVersion.ReasonMaxLength), By, Now), "500 characters", "Reason");
        Refused.With(entry.Correct(entry.Content with { Issue = " Worried about the  morning" }, "Why", By, Now), "Nothing is different", nameof(EntryContent.Issue));
        Refused.With(entry.Correct(changed with { HappenedOn = Today.PlusDays(1) }, "Why", By, Now), "has not happened yet");
        Assert.Equal((1, "Worried about the morning"), (entry.Version, entry.Issue));
    }

    [Fact]
    public void A_review_is_due_from_its_day()
    {
        var entry = Kept(Call, reviewOn: Today.PlusDays(7)).OrThrow();

        Assert.False(entry.IsDueForReviewOn(Today.PlusDays(6)));
        Assert.True(entry.IsDueForReviewOn(Today.PlusDays(7)));
        Assert.True(entry.IsDueForReviewOn(Today.PlusDays(8)));
        Assert.False(Keep(Call).IsDueForReviewOn(Today.PlusDays(1000)));
    }

    private static string Long(int most) => new('x', most + 1);

    private static LogEntry Keep(EntryContent content) => Kept(content).OrThrow();

    private static Result<LogEntry> Kept(EntryContent content, LocalDate? reviewOn = null, bool agrees = false) =>
        LogEntry.Keep(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), content, reviewOn, agrees, By, Now);
}
