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
    /// <summary>All but done, said one by one: an index serves those, and not "anything else".</summary>
    public static readonly ActionStatus[] ToDo = [ActionStatus.Open, ActionStatus.InProgress, ActionStatus.Parked];

    public Id<Pupil>? Pupil { get; init; }
    public Id<Person>? Owner { get; init; }
    public ActionStatus? Status { get; init; }

    /// <summary>Done rows too. Without it, and without a status, only what is still to do.</summary>
    public bool DoneToo { get; init; }

    /// <summary>Only what is open and past its date.</summary>
    public bool Late { get; init; }

    /// <summary>The pupil's year group: "5".</summary>
    public string? Year { get; init; }

    /// <summary>How the conversation was held in which it was agreed.</summary>
    public Channel? Source { get; init; }

    /// <summary>Words that the action has, whole or begun.</summary>
    public string? Words { get; init; }

    /// <summary>Reads the filters from an address; what cannot be read is left out, as if it had not been asked.</summary>
    /// <param name="ask">Gives the value of a name in the query string: pupil, owner, status, late, year, source, q.</param>
    public static ActionFilter Read(Func<string, string?> ask) => new()
    {
        Pupil = Id<Pupil>.TryParse(ask("pupil"), null, out var pupil) ? pupil : null,
        Owner = Id<Person>.TryParse(ask("owner"), null, out var owner) ? owner : null,
        Status = Enum.TryParse<ActionStatus>(ask("status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
        DoneToo = ask("status") is "all",
        Late = ask("late") is "true",
        Year = YearGroups.Read(ask("year")),
        Source = Enum.TryParse<Channel>(ask("source"), ignoreCase: true, out var source) && Enum.IsDefined(source) ? source : null,
        Words = ask("q")
    };

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
        else if (!DoneToo && !Late)
        {
            actions = actions.Where(a => ToDo.Contains(a.Status));
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
