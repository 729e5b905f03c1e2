using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Meetings;

/// <summary>That a review was held in a meeting. The review itself does not name the meeting: more people may see the one than the other.</summary>
public sealed class ReviewGoneThrough : IPartOfMeeting
{
    public required Id<ReviewGoneThrough> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<Review> ReviewId { get; init; }
    public required Id<Person> ById { get; init; }
    public required Instant At { get; init; }

    /// <summary>Holds the review by its own rules, where the meeting may speak of the entry at all.</summary>
    /// <param name="meeting">Which runs.</param>
    /// <param name="entry">Of the same pupil, and no narrower than the meeting: the screen is on the table.</param>
    /// <param name="answers">What those at the table found.</param>
    /// <param name="today">The day it is held.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="at">The same moment.</param>
    public static Result<ReviewInMeeting> Hold(Meeting meeting, LogEntry entry, ReviewAnswers answers, LocalDate today, Id<Person> by, Instant at)
    {
        if (meeting.Status is not MeetingStatus.Running)
        {
            return new Refusal("This meeting is not running. Reload the page to see what happened");
        }

        if (entry.PupilId != meeting.PupilId || entry.Visibility > meeting.Visibility)
        {
            return new Refusal("That is no longer there. Reload the page to see what happened");
        }

        if (!Review.Hold(entry, answers, today, by, at).Allowed(out var review, out var refused))
        {
            return refused;
        }

        return new ReviewInMeeting(review, new ReviewGoneThrough
        {
            Id = Id<ReviewGoneThrough>.New(),
            SchoolId = meeting.SchoolId,
            PupilId = meeting.PupilId,
            MeetingId = meeting.Id,
            ReviewId = review.Id,
            ById = by,
            At = at
        });
    }
}

/// <summary>A review with its place in the meeting.</summary>
public sealed record ReviewInMeeting(Review Review, ReviewGoneThrough Part);
