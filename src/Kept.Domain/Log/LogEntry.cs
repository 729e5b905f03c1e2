using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Log;

/// <summary>
/// One communication between school and family: a few lines, not minutes. Corrected only by a new version that keeps the
/// old one (rule 4).
/// </summary>
public sealed class LogEntry : IAboutPupil
{
    public required Id<LogEntry> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> LoggedById { get; init; }

    /// <summary>When it was written down; when it happened is in the content (rule 6).</summary>
    public required Instant LoggedAt { get; init; }

    public LocalDate HappenedOn { get; private set; }
    public LocalTime? HappenedAt { get; private set; }
    public Channel Channel { get; private set; }
    public Id<Person>? SpokeWithId { get; private set; }
    public string? SpokeWith { get; private set; }
    public string Issue { get; private set; } = "";
    public string? Said { get; private set; }
    public string? Note { get; private set; }
    public Visibility Visibility { get; private set; }

    /// <summary>The next day on which to ask whether it helped; null once that is settled.</summary>
    public LocalDate? ReviewOn { get; private set; }

    public int Version { get; private set; } = 1;

    public EntryContent Content => new()
    {
        HappenedOn = HappenedOn,
        HappenedAt = HappenedAt,
        Channel = Channel,
        SpokeWithId = SpokeWithId,
        SpokeWith = SpokeWith,
        Issue = Issue,
        Said = Said,
        Note = Note,
        Visibility = Visibility
    };

    /// <summary>"Same day" is computed from the two times, never ticked.</summary>
    public bool WasLoggedTheSameDay => LoggedAt.InZone(School.Zone).Date == HappenedOn;

    public bool IsDueForReviewOn(LocalDate today) => ReviewOn <= today;

    /// <param name="id">Chosen by the form, so that sending it twice keeps one entry.</param>
    public static Result<LogEntry> Keep(
        Id<LogEntry> id, Id<School> school, Id<Pupil> pupil, EntryContent content, LocalDate? reviewOn, bool agreesSomething, Id<Person> by, Instant at)
    {
        if (!content.Checked(at.InZone(School.Zone).LocalDateTime).Allowed(out var lines, out var refused))
        {
            return refused;
        }

        if (reviewOn is null && agreesSomething)
        {
            return new Refusal("Enter the day to look at this again: what is agreed always has a review date", nameof(ReviewOn));
        }

        if (reviewOn < lines.HappenedOn)
        {
            return new Refusal("The review date must be on or after the day it happened", nameof(ReviewOn));
        }

        var entry = new LogEntry
        {
            Id = id,
            SchoolId = school,
            PupilId = pupil,
            LoggedById = by,
            LoggedAt = at,
            ReviewOn = reviewOn
        };
        entry.Take(lines);
        return entry;
    }

    /// <summary>Gives the version that was, with who, when and why, and takes the new lines.</summary>
    public Result<EntryVersion> Correct(EntryContent content, string? reason, Id<Person> by, Instant at)
    {
        if (Text.Tidy(reason) is not { } why)
        {
            return new Refusal("Say why it is corrected: the old words stay beside the new", "Reason");
        }

        if (why.Length > EntryVersion.ReasonMaxLength)
        {
            return new Refusal($"The reason must be {EntryVersion.ReasonMaxLength} characters or fewer", "Reason");
        }

        if (!content.Checked(at.InZone(School.Zone).LocalDateTime).Allowed(out var lines, out var refused))
        {
            return refused;
        }

        if (lines == Content)
        {
            return new Refusal("Nothing is different yet. Change what is wrong, then keep it", nameof(Issue));
        }

        var was = EntryVersion.Of(this, why, by, at);
        Take(lines);
        Version++;
        return was;
    }

    internal void ReviewAgainOn(LocalDate? next)
    {
        ReviewOn = next;
        Version++;
    }

    private void Take(EntryContent lines)
    {
        HappenedOn = lines.HappenedOn;
        HappenedAt = lines.HappenedAt;
        Channel = lines.Channel;
        SpokeWithId = lines.SpokeWithId;
        SpokeWith = lines.SpokeWith;
        Issue = lines.Issue;
        Said = lines.Said;
        Note = lines.Note;
        Visibility = lines.Visibility;
    }
}
