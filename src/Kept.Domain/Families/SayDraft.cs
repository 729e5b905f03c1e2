using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>What is asked before a meeting.</summary>
public enum SayQuestion
{
    Well,
    Worries,
    Want,
    Child
}

/// <summary>What a carer may say before a meeting, by question: in words, by voice, and for the child by pictures.</summary>
public sealed record Say(string? Well, string? Worries, string? Want, string? Child)
{
    /// <summary>What the child pointed at.</summary>
    public IReadOnlyList<SayPicture> Pictures { get; init; } = [];

    /// <summary>Recordings, taken in already.</summary>
    public IReadOnlyDictionary<SayQuestion, ReceivedFile> Recordings { get; init; } = new Dictionary<SayQuestion, ReceivedFile>();

    /// <summary>Recordings of the draft that are not to be kept.</summary>
    public IReadOnlyList<SayQuestion> LeftOut { get; init; } = [];

    /// <summary>What stands for the words where there are pictures alone, in the language of the page.</summary>
    public string? PicturesInWords { get; init; }

    /// <summary>What stands for the words where there is a recording alone, in the language of the page.</summary>
    public string? ListenInWords { get; init; }

    public bool IsEmpty => Pictures.Count == 0 && Recordings.Count == 0 && Answers.All(a => Text.TidyLines(a.Words) is null);

    /// <summary>Each question as staff read it beside the answer, and whether it is the child who speaks.</summary>
    public IEnumerable<(SayQuestion Asked, string Question, string? Words, bool IsTheChilds)> Answers =>
    [
        (SayQuestion.Well, "What is going well?", Well, false),
        (SayQuestion.Worries, "What worries you?", Worries, false),
        (SayQuestion.Want, "What would you like?", Want, false),
        (SayQuestion.Child, "What does your child say?", Child, true)
    ];

    /// <summary>The answer in words; null where there is none of any kind.</summary>
    public string? Said(SayQuestion asked) =>
        Text.TidyLines(Answers.First(a => a.Asked == asked).Words)
        ?? (asked is SayQuestion.Child && Pictures.Count > 0 ? PicturesInWords : null)
        ?? (Recordings.ContainsKey(asked) ? ListenInWords : null);
}

/// <summary>Half written, and nobody's but the carer's: no part of the record until it is sent.</summary>
public sealed class SayDraft : IAboutPupil
{
    public required Id<SayDraft> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<Person> CarerId { get; init; }

    public string? Well { get; private set; }
    public string? Worries { get; private set; }
    public string? Want { get; private set; }
    public string? Child { get; private set; }
    public string? Pictures { get; private set; }
    public Instant SavedAt { get; private set; }

    public Say Say => new(Well, Worries, Want, Child) { Pictures = SayPictures.Read(Pictures) };

    public Refusal? Keep(Say say, Instant at)
    {
        if (say.Answers.Any(a => a.Words?.Length > Contribution.WordsMaxLength))
        {
            return new Refusal($"Use {Contribution.WordsMaxLength} characters or fewer", nameof(Say));
        }

        (Well, Worries, Want, Child, SavedAt) = (Text.TidyLines(say.Well), Text.TidyLines(say.Worries), Text.TidyLines(say.Want), Text.TidyLines(say.Child), at);
        Pictures = SayPictures.Kept(say.Pictures);
        return null;
    }
}

/// <summary>A recording that belongs to a draft: the carer’s alone, and no document yet.</summary>
public sealed class SayDraftRecording : IAboutPupil
{
    public required Id<SayDraftRecording> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<Person> CarerId { get; init; }
    public required SayQuestion Asked { get; init; }
    public required string FileName { get; init; }
    public required FileKind Kind { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required Instant SavedAt { get; init; }

    public ReceivedFile File => new(FileName, Kind, Bytes, Sha256, IsLocked: false);
}
