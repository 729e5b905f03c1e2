using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Reviews;

public enum DidItHappen
{
    Yes,
    Partly,
    No
}

/// <summary>Coming back on the date: did it happen, what changed, what next.</summary>
public sealed class Review : IAboutPupil
{
    public const int TextMaxLength = 1000;

    public required Id<Review> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>The entry that was reviewed. An action is reviewed by being done, moved or parked.</summary>
    public required Id<LogEntry> EntryId { get; init; }

    public required Visibility Visibility { get; init; }
    public required LocalDate WasDueOn { get; init; }
    public required Instant HeldAt { get; init; }
    public required Id<Person> ById { get; init; }
    public required DidItHappen Happened { get; init; }
    public required string WhatChanged { get; init; }
    public string? WhatNext { get; init; }

    /// <summary>The next day to come back; null when nothing is left to look at.</summary>
    public LocalDate? NextOn { get; init; }

    public static Result<Review> Hold(LogEntry entry, ReviewAnswers answers, LocalDate today, Id<Person> by, Instant at) =>
        Hold(entry, answers.Happened, answers.WhatChanged, answers.WhatNext, answers.NextOn, today, by, at);

    public static Result<Review> Hold(
        LogEntry entry, DidItHappen? happened, string? whatChanged, string? whatNext, LocalDate? nextOn, LocalDate today, Id<Person> by, Instant at)
    {
        if (entry.ReviewOn is not { } wasDue)
        {
            return new Refusal("This entry has no review waiting. Reload the page to see what happened");
        }

        if (happened is not { } answer)
        {
            return new Refusal("Say whether it happened", nameof(Happened));
        }

        if (Text.Tidy(whatChanged) is not { } changed)
        {
            return new Refusal("Say what changed, even if it is “nothing yet”", nameof(WhatChanged));
        }

        if (changed.Length > TextMaxLength || Text.Tidy(whatNext)?.Length > TextMaxLength)
        {
            return new Refusal($"This must be {TextMaxLength} characters or fewer", changed.Length > TextMaxLength ? nameof(WhatChanged) : nameof(WhatNext));
        }

        if (nextOn <= today)
        {
            return new Refusal("The next review must be after today", nameof(NextOn));
        }

        entry.ReviewAgainOn(nextOn);
        return new Review
        {
            Id = Id<Review>.New(),
            SchoolId = entry.SchoolId,
            PupilId = entry.PupilId,
            EntryId = entry.Id,
            Visibility = entry.Visibility,
            WasDueOn = wasDue,
            HeldAt = at,
            ById = by,
            Happened = answer,
            WhatChanged = changed,
            WhatNext = Text.Tidy(whatNext),
            NextOn = nextOn
        };
    }
}

/// <summary>What a review asks: did it happen, what changed, what next, and when to look again.</summary>
public sealed record ReviewAnswers(DidItHappen? Happened, string? WhatChanged, string? WhatNext, LocalDate? NextOn);

public sealed record ReviewHeld(Id<Pupil> PupilId, Id<Review> ReviewId) : IRecordEvent
{
    public string Kind => "review-held";
}
