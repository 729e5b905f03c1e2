using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

public enum ConcernAbout
{
    NotHappening,
    NotHelping,
    SomethingElse,

    /// <summary>The written record of a meeting says it otherwise.</summary>
    UnderstoodOtherwise
}

/// <summary>
/// Something that a carer says is not working, in their own words. It comes into the log as an entry and waits for an answer like every enquiry (Code of
/// Practice 6.45: take a parent’s concern seriously; record it).
/// </summary>
public sealed class Concern : IAboutPupil
{
    public const int WordsMaxLength = 1000;

    public required Id<Concern> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> CarerId { get; init; }

    /// <summary>The promise it is about; null for something else.</summary>
    public Id<AgreedAction>? ActionId { get; init; }

    /// <summary>The meeting whose record they understood another way.</summary>
    public Id<Meeting>? MeetingId { get; init; }

    public required ConcernAbout About { get; init; }

    /// <summary>As the carer wrote it, in their language. They read it again as it was, whatever becomes of the entry.</summary>
    public string? Words { get; init; }

    /// <summary>BCP 47 tag of the language they wrote in. Not known of the first ones.</summary>
    public string? Language { get; init; }

    public required Instant At { get; init; }
    public required Id<LogEntry> EntryId { get; init; }

    /// <summary>
    /// Gives the concern with its entry and its clock. The entry is for the staff who work with the child and not for the family: one parent’s words are not
    /// the other’s to read until somebody decides so.
    /// </summary>
    /// <param name="entry">Chosen by the form, so that sending it twice keeps one.</param>
    /// <param name="action">The promise it is about, if any.</param>
    /// <param name="about">Null where nothing was chosen.</param>
    /// <param name="words">In the carer’s language.</param>
    /// <param name="at">Now.</param>
    /// <param name="meeting">The meeting whose record is understood another way; with no other kind.</param>
    /// <param name="language">In which the words are written.</param>
    public static Result<Raised> Raise(
        Id<LogEntry> entry, Id<School> school, Id<Pupil> pupil, Id<Person> carer, AgreedAction? action, ConcernAbout? about, string? words, Instant at,
        Id<Meeting>? meeting = null, string? language = null)
    {
        if (about is not { } kind || kind is ConcernAbout.UnderstoodOtherwise != meeting is not null)
        {
            return new Refusal("Choose what is wrong", nameof(About));
        }

        if (action?.OwnerId == carer)
        {
            return new Refusal("This is their own promise: nobody else has it to do", nameof(ActionId));
        }

        var said = Text.TidyLines(words);
        if (said?.Length > WordsMaxLength)
        {
            return new Refusal($"Use {WordsMaxLength} characters or fewer", nameof(Words));
        }

        if (said is null && (action is null || kind is ConcernAbout.SomethingElse))
        {
            return new Refusal("Write what worries you", nameof(Words));
        }

        var local = at.InZone(School.Zone).LocalDateTime;
        var content = new EntryContent
        {
            HappenedOn = local.Date,
            HappenedAt = local.TimeOfDay,
            Channel = Channel.Portal,
            SpokeWithId = carer,
            Issue = Issue(kind, action, said),
            Note = said,
            Visibility = Visibility.Staff
        };
        if (!LogEntry.Keep(entry, school, pupil, content, reviewOn: null, agreesSomething: false, carer, at).Allowed(out var kept, out var refused))
        {
            return refused;
        }

        var concern = new Concern
        {
            Id = Id<Concern>.New(),
            SchoolId = school,
            PupilId = pupil,
            CarerId = carer,
            ActionId = action?.Id,
            MeetingId = meeting,
            About = kind,
            Words = said,
            Language = said is null ? null : language,
            At = at,
            EntryId = kept.Id
        };
        return new Raised(concern, kept, Enquiry.For(kept, local.TimeOfDay));
    }

    /// <summary>What staff read in a list: what it is about, else how the carer begins.</summary>
    private static string Issue(ConcernAbout about, AgreedAction? action, string? words)
    {
        var matter = action?.What ?? Beginning(words!);
        return about switch
        {
            ConcernAbout.NotHappening => $"This is not happening: {matter}",
            ConcernAbout.NotHelping => $"This is not helping: {matter}",
            ConcernAbout.UnderstoodOtherwise => $"Understood the meeting another way: {matter}",
            _ => matter
        };
    }

    /// <summary>Never half of a sign that takes two characters.</summary>
    private static string Beginning(string words)
    {
        const int most = 240;
        return words.Length <= most ? words : $"{words[..(char.IsHighSurrogate(words[most - 1]) ? most - 1 : most)]}…";
    }
}

/// <summary>A concern with what it sets going.</summary>
public sealed record Raised(Concern Concern, LogEntry Entry, Enquiry Enquiry);
