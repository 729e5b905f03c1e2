using Kept.Domain.Access;
using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Log;

/// <summary>The lines of an entry: what a correction may change.</summary>
public sealed record EntryContent
{
    public const int IssueMaxLength = 500;
    public const int SaidMaxLength = 1000;
    public const int NoteMaxLength = 8000;
    public const int SpokeWithMaxLength = 120;

    /// <summary>The day it happened.</summary>
    public required LocalDate HappenedOn { get; init; }

    /// <summary>The time of day, where it is known.</summary>
    public LocalTime? HappenedAt { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The carer or professional; null when it is somebody who is not in the record.</summary>
    public Id<Person>? SpokeWithId { get; init; }

    /// <summary>Who it was in words, when they are not in the record: "grandmother, at the gate".</summary>
    public string? SpokeWith { get; init; }

    /// <summary>What the family raised, in their terms.</summary>
    public required string Issue { get; init; }

    /// <summary>What the school said.</summary>
    public string? Said { get; init; }

    /// <summary>A follow-up note; the only long field.</summary>
    public string? Note { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>The same lines with white space tidied, or what is wrong with them.</summary>
    public Result<EntryContent> Checked(LocalDateTime now)
    {
        if (Wrong(now).FirstOrDefault() is { } refused)
        {
            return refused;
        }

        return this with
        {
            Issue = Text.Tidy(Issue)!,
            Said = Text.Tidy(Said),
            Note = Text.TidyLines(Note),
            SpokeWith = SpokeWithId is null ? Text.Tidy(SpokeWith) : null
        };
    }

    /// <summary>Everything that is wrong with them, in the order of the form.</summary>
    public IEnumerable<Refusal> Wrong(LocalDateTime now)
    {
        if (Text.Tidy(Issue) is not { } issue)
        {
            yield return new Refusal("Enter what the family raised", nameof(Issue));
        }
        else if (issue.Length > IssueMaxLength)
        {
            yield return new Refusal($"The issue must be {IssueMaxLength} characters or fewer. Move the rest to the note", nameof(Issue));
        }

        if (Text.Tidy(Said)?.Length > SaidMaxLength)
        {
            yield return new Refusal($"What the school said must be {SaidMaxLength} characters or fewer. Put the rest in the note", nameof(Said));
        }

        if (Text.TidyLines(Note)?.Length > NoteMaxLength)
        {
            yield return new Refusal($"The note must be {NoteMaxLength} characters or fewer", nameof(Note));
        }

        if (Text.Tidy(SpokeWith)?.Length > SpokeWithMaxLength)
        {
            yield return new Refusal($"Who it was with must be {SpokeWithMaxLength} characters or fewer", nameof(SpokeWith));
        }

        if (HappenedOn > now.Date || (HappenedOn == now.Date && HappenedAt > now.TimeOfDay))
        {
            yield return new Refusal("This has not happened yet. Enter today or an earlier day", nameof(HappenedOn));
        }
        else if (HappenedOn < now.Date.PlusYears(-20))
        {
            yield return new Refusal("That is more than 20 years ago. Check the year", nameof(HappenedOn));
        }
    }
}
