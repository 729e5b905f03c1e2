using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Search;
using NodaTime;

namespace Kept.Store.Actions;

/// <summary>What of the action log is asked for; also what a saved view keeps and an export takes.</summary>
public sealed record ActionFilter
{
    public Id<Pupil>? Pupil { get; init; }
    public Id<Person>? Owner { get; init; }
    public ActionStatus? Status { get; init; }

    /// <summary>Only what is open and past its date.</summary>
    public bool Late { get; init; }

    /// <summary>The pupil's year group: "5".</summary>
    public string? Year { get; init; }

    /// <summary>How the conversation was held in which it was agreed.</summary>
    public Channel? Source { get; init; }

    /// <summary>Words that the action has, whole or begun.</summary>
    public string? Words { get; init; }

    public IQueryable<AgreedAction> Of(VisibleRecord record, LocalDate today)
    {
        var actions = record.Actions;
        if (Pupil is { } pupil)
        {
            actions = actions.Where(a => a.PupilId == pupil);
        }

        if (Owner is { } owner)
        {
            actions = actions.Where(a => a.OwnerId == owner);
        }

        if (Status is { } status)
        {
            actions = actions.Where(a => a.Status == status);
        }

        if (Late)
        {
            actions = actions.Where(a => (a.Status == ActionStatus.Open || a.Status == ActionStatus.InProgress) && a.DueOn < today);
        }

        if (Year is { } year)
        {
            actions = actions.Where(a => record.Pupils.Any(p => p.Id == a.PupilId && p.YearGroup == year));
        }

        if (Source is { } source)
        {
            actions = actions.Where(a => record.Entries.Any(e => e.Id == a.EntryId && e.Channel == source));
        }

        if (SearchWords.Read(Words) is { } words)
        {
            var hits = record.Search.Actions(words).Select(h => h.Id);
            actions = actions.Where(a => hits.Contains(a.Id));
        }

        return actions;
    }
}
