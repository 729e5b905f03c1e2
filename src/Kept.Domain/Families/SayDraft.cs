using System.Text.Json;
using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>What a carer may say before a meeting, by the keys of the questions: in words, by voice, and for the child by pictures.</summary>
public sealed record Say(IReadOnlyDictionary<string, string> Words)
{
    /// <summary>What the child pointed at.</summary>
    public IReadOnlyList<SayPicture> Pictures { get; init; } = [];

    /// <summary>The child’s question that the pictures answer.</summary>
    public string PicturesAsked { get; init; } = AskedQuestion.KeyOf(SayQuestion.Child);

    /// <summary>Recordings, taken in already.</summary>
    public IReadOnlyDictionary<string, ReceivedFile> Recordings { get; init; } = new Dictionary<string, ReceivedFile>();

    /// <summary>Recordings of the draft that are not to be kept.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What stands for the words where there are pictures alone, in the language of the page.</summary>
    public string? PicturesInWords { get; init; }

    /// <summary>What stands for the words where there is a recording alone, in the language of the page.</summary>
    public string? ListenInWords { get; init; }

    public bool IsEmpty => Keys.Count == 0;

    /// <summary>Of the questions to which there is an answer of any kind.</summary>
    public IReadOnlyCollection<string> Keys =>
        [.. Words.Where(w => Text.TidyLines(w.Value) is not null).Select(w => w.Key).Concat(Pictures.Count > 0 ? [PicturesAsked] : []).Concat(Recordings.Keys).Distinct()];

    /// <summary>Whether something was kept elsewhere meanwhile that is not in this.</summary>
    public bool Lacks(Say elsewhere) => elsewhere.Words.Any(w => !Holds(w.Key, w.Value)) || elsewhere.Pictures.Except(Pictures).Any();

    /// <summary>This and what was kept elsewhere meanwhile: no word of either is lost, and what both hold is there once.</summary>
    public Say With(Say elsewhere) => this with
    {
        Words = Words.Keys.Union(elsewhere.Words.Keys).ToDictionary(key => key, key => elsewhere.Words.GetValueOrDefault(key) switch
        {
            { } other when !Holds(key, other) => string.Join('\n', new[] { Text.TidyLines(other), Text.TidyLines(Words.GetValueOrDefault(key)) }.OfType<string>()),
            _ => Words[key]
        }),
        Pictures = [.. Pictures.Union(elsewhere.Pictures)],
        PicturesAsked = Pictures.Count > 0 ? PicturesAsked : elsewhere.PicturesAsked
    };

    private bool Holds(string key, string other) =>
        Text.TidyLines(other) is not { } words || (Text.TidyLines(Words.GetValueOrDefault(key)) is { } here && StandsIn(here, words));

    /// <summary>As whole words: “no” does not stand in “not yet”.</summary>
    private static bool StandsIn(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<SayPicture> PicturesFor(string key) => key == PicturesAsked ? Pictures : [];

    /// <summary>The answer in words; null where there is none of any kind.</summary>
    public string? Said(string key) =>
        Text.TidyLines(Words.GetValueOrDefault(key))
        ?? (PicturesFor(key).Count > 0 ? PicturesInWords : null)
        ?? (Recordings.ContainsKey(key) ? ListenInWords : null);
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

    /// <summary>Answers to the school’s own questions, by their keys, as JSON. They stay whatever is asked since.</summary>
    public string? Own { get; private set; }

    public string? Pictures { get; private set; }

    /// <summary>The child’s question that the pictures answer, where it is not Kept’s own.</summary>
    public string? PicturesAsked { get; private set; }

    public Instant SavedAt { get; private set; }

    public Say Say
    {
        get
        {
            var words = Own is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(Own)!;
            foreach (var (question, answer) in new[] { (SayQuestion.Well, Well), (SayQuestion.Worries, Worries), (SayQuestion.Want, Want), (SayQuestion.Child, Child) })
            {
                if (answer is not null)
                {
                    words[AskedQuestion.KeyOf(question)] = answer;
                }
            }

            var say = new Say(words) { Pictures = SayPictures.Read(Pictures) };
            return PicturesAsked is { } asked ? say with { PicturesAsked = asked } : say;
        }
    }

    public Refusal? Keep(Say say, Instant at)
    {
        if (say.Words.Any(a => a.Value.Length > Contribution.WordsMaxLength))
        {
            return new Refusal($"Use {Contribution.WordsMaxLength} characters or fewer", nameof(Say));
        }

        (Well, Worries, Want, Child, SavedAt) = (Answer(SayQuestion.Well), Answer(SayQuestion.Worries), Answer(SayQuestion.Want), Answer(SayQuestion.Child), at);
        var own = say.Words.Where(a => AskedQuestion.KeptsOf(a.Key) is null && Text.TidyLines(a.Value) is not null).ToDictionary(a => a.Key, a => Text.TidyLines(a.Value)!);
        Own = own.Count == 0 ? null : JsonSerializer.Serialize(own);
        Pictures = SayPictures.Kept(say.Pictures);
        PicturesAsked = AskedQuestion.KeptsOf(say.PicturesAsked) is null ? say.PicturesAsked : null;
        return null;

        string? Answer(SayQuestion question) => Text.TidyLines(say.Words.GetValueOrDefault(AskedQuestion.KeyOf(question)));
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
    /// <summary>The key of the question that it answers.</summary>
    public required string Asked { get; init; }

    public required string FileName { get; init; }
    public required FileKind Kind { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required Instant SavedAt { get; init; }

    public ReceivedFile File => new(FileName, Kind, Bytes, Sha256, IsLocked: false);
}
