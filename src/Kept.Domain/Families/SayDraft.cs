using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>What a carer may say before a meeting, by question.</summary>
public sealed record Say(string? Well, string? Worries, string? Want, string? Child)
{
    public bool IsEmpty => Answers.All(a => Text.TidyLines(a.Words) is null);

    /// <summary>Each question as staff read it beside the answer, and whether it is the child who speaks.</summary>
    public IEnumerable<(string Question, string? Words, bool IsTheChilds)> Answers =>
    [
        ("What is going well?", Well, false),
        ("What worries you?", Worries, false),
        ("What would you like?", Want, false),
        ("What does your child say?", Child, true)
    ];
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
    public Instant SavedAt { get; private set; }

    public Say Say => new(Well, Worries, Want, Child);

    public Refusal? Keep(Say say, Instant at)
    {
        if (say.Answers.Any(a => a.Words?.Length > Contribution.WordsMaxLength))
        {
            return new Refusal($"Use {Contribution.WordsMaxLength} characters or fewer", nameof(Say));
        }

        (Well, Worries, Want, Child, SavedAt) = (Text.TidyLines(say.Well), Text.TidyLines(say.Worries), Text.TidyLines(say.Want), Text.TidyLines(say.Child), at);
        return null;
    }
}
