using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Reviews;

/// <summary>Coming back on the date: did it happen, what changed, what next.</summary>
public sealed class ReviewTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    private static readonly Id<Person> By = Id<Person>.New();

    [Fact]
    public void A_review_keeps_its_answers_and_sets_the_next_day()
    {
        var entry = Entry(Today);

        var review = Review.Hold(entry, DidItHappen.Partly, " He comes in  calmer ", "Keep it up", Today.PlusDays(14), Today, By, Now).OrThrow();

        Assert.Equal((DidItHappen.Partly, "He comes in calmer", "Keep it up"), (review.Happened, review.WhatChanged, review.WhatNext));
        Assert.Equal((Today, Today.PlusDays(14), Today.PlusDays(14)), (review.WasDueOn, review.NextOn, entry.ReviewOn));
        Assert.Equal((entry.Id, entry.PupilId, Visibility.Staff), (review.EntryId, review.PupilId, review.Visibility));
        Assert.Equal(2, entry.Version);
    }

    [Fact]
    public void With_no_next_day_the_entry_is_settled()
    {
        var entry = Entry(Today);
        Review.Hold(entry, DidItHappen.Yes, "Nothing yet", null, nextOn: null, Today, By, Now).OrThrow();

        Assert.Null(entry.ReviewOn);
        Refused.With(Review.Hold(entry, DidItHappen.Yes, "Again", null, null, Today, By, Now), "no review waiting");
    }

    [Fact]
    public void Every_question_is_answered()
    {
        var entry = Entry(Today);

        Refused.With(Review.Hold(entry, null, "Calmer", null, null, Today, By, Now), "Say whether it happened", nameof(Review.Happened));
        Refused.With(Review.Hold(entry, DidItHappen.No, " ", null, null, Today, By, Now), "Say what changed", nameof(Review.WhatChanged));
        Refused.With(Review.Hold(entry, DidItHappen.No, Long, null, null, Today, By, Now), "1000 characters", nameof(Review.WhatChanged));
        Refused.With(Review.Hold(entry, DidItHappen.No, "Calmer", Long, null, Today, By, Now), "1000 characters", nameof(Review.WhatNext));
        Refused.With(Review.Hold(entry, DidItHappen.No, "Calmer", null, Today, Today, By, Now), "after today", nameof(Review.NextOn));
        Assert.Equal((Today, 1), (entry.ReviewOn, entry.Version));
    }

    [Fact]
    public void A_review_may_be_held_before_its_day() =>
        Assert.False(Review.Hold(Entry(Today.PlusDays(3)), DidItHappen.Yes, "Calmer", null, null, Today, By, Now).Refused(out _));

    private static string Long => new('x', Review.TextMaxLength + 1);

    private static LogEntry Entry(LocalDate reviewOn)
    {
        var content = new EntryContent { HappenedOn = Today, Channel = Channel.Phone, Issue = "Worried about the morning", Visibility = Visibility.Staff };
        return LogEntry.Keep(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), content, reviewOn, true, By, Now).OrThrow();
    }
}
