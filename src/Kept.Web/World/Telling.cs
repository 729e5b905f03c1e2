using System.Diagnostics.CodeAnalysis;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.World;

/// <summary>How far a telling is left to run by itself.</summary>
internal enum Ending
{
    /// <summary>Chance decides: most promises are kept, some late, some moved or parked.</summary>
    AsItFalls,

    /// <summary>Nothing more happens, so that the actions and the review wait.</summary>
    Open,

    /// <summary>As left open, with the first action begun.</summary>
    Begun,

    /// <summary>As left open, but the family has heard when it will have an answer.</summary>
    Acknowledged
}

/// <summary>Tells one conversation about one child, and what came of it.</summary>
internal sealed class Telling(Cast cast, Timeline timeline, Deeds deeds, StoryClock clock, Dice dice)
{
    private readonly Afterwards afterwards = new(cast, timeline, deeds, dice);

    /// <param name="talk">What was said.</param>
    /// <param name="child">About whom.</param>
    /// <param name="day">When it happened.</param>
    /// <param name="ending">What becomes of it.</param>
    /// <param name="dueOn">The date of each action, where the story needs a certain one.</param>
    /// <param name="reviewOn">Likewise the review's.</param>
    /// <param name="arrivedAt">The time of day at which it reached the school.</param>
    public void Tell(
        Conversation talk, Child child, LocalDate day, Ending ending = Ending.AsItFalls,
        LocalDate? dueOn = null, LocalDate? reviewOn = null, LocalTime? arrivedAt = null)
    {
        var happenedAt = arrivedAt ?? new LocalTime(dice.Between(8, 15), dice.Between(0, 59));
        timeline.At(LoggedAt(day, happenedAt), () => KeepAsync(talk, child, day, happenedAt, ending, dueOn, reviewOn));
    }

    private async Task KeepAsync(
        Conversation talk, Child child, LocalDate day, LocalTime happenedAt, Ending ending, LocalDate? dueOn, LocalDate? reviewOn)
    {
        var tie = SpokenWith(child, ending);
        var by = Logger(talk, child);
        var lines = Lines(talk, child, tie, day, happenedAt);
        var review = reviewOn ?? (talk.LooksBackAfter is { } days ? cast.Calendar.OnOrAfter(day.PlusDays(days)) : null);
        var first = lines with { Issue = Sentence(child.In(talk.FirstIssue, tie.Tie)) ?? lines.Issue };
        var entry = LogEntry.Keep(Id<LogEntry>.New(), cast.School.Id, child.Pupil.Id, first, review, talk.Promises.Count > 0, by.Person.Id, clock.Now).OrThrow();
        var actions = talk.Promises.Select(p => (Promise: p, Action: Agree(p, entry, child, tie, dueOn))).ToList();
        var enquiry = talk.Waits ? Enquiry.For(entry, happenedAt) : null;
        await deeds.KeepAsync(by, entry, actions.Select(a => a.Action), enquiry);

        if (talk.Why is { } why)
        {
            timeline.At(clock.Now + Duration.FromMinutes(dice.Between(20, 1500)), () => deeds.CorrectAsync(by, entry, lines, child.In(why, tie.Tie)));
        }

        afterwards.Follow(new Told(talk, child, tie.Tie, by, entry, actions, enquiry), ending);
    }

    private AgreedAction Agree(Promise promise, LogEntry entry, Child child, (Person Carer, Relationship Tie) told, LocalDate? dueOn)
    {
        var due = dueOn ?? cast.Calendar.OnOrAfter(entry.HappenedOn.PlusDays(promise.Days));
        var what = child.In(promise.What.Replace("{carer}", told.Carer.ShortName, StringComparison.Ordinal), told.Tie);
        var agreed = new ActionAgreement(cast.School.Id, child.Pupil.Id, entry.Id, null, what, entry.Visibility, entry.HappenedOn);
        return AgreedAction.Agree(agreed, OwnerOf(promise, child, told.Carer), due, entry.HappenedOn, clock.Now).OrThrow();
    }

    private Owner OwnerOf(Promise promise, Child child, Person carer) => promise.Part is "carer"
        ? new Owner(carer.Id, PersonKind.Carer, carer.Name, null, [])
        : cast.Playing(promise.Part, child).Owner;

    private Adult Logger(Conversation talk, Child child)
    {
        var part = talk.LoggedBy
            ?? talk.Promises.Select(p => p.Part).FirstOrDefault(p => p is "teacher" or "senco" or "pastoral" or "attendance" or "office" or "dsl")
            ?? "teacher";
        return cast.Playing(part, child);
    }

    private EntryContent Lines(Conversation talk, Child child, (Person Carer, Relationship Tie) told, LocalDate day, LocalTime at)
    {
        var with = talk.Visibility is Domain.Access.Visibility.Safeguarding ? (Id<Person>?)null
            : talk.With is { } part ? cast.Playing(part, child).Person.Id : told.Carer.Id;
        return new EntryContent
        {
            HappenedOn = day,
            HappenedAt = at,
            Channel = talk.Channel,
            SpokeWithId = with,
            SpokeWith = with is null ? child.Pupil.Name : null,
            Issue = Sentence(child.In(talk.Issue, told.Tie)),
            Said = child.In(talk.Said, told.Tie),
            Note = child.In(talk.Note, told.Tie),
            Visibility = talk.Visibility
        };
    }

    /// <summary>Mostly whoever is called first; now and then the other, who is told separately.</summary>
    private (Person Carer, Relationship Tie) SpokenWith(Child child, Ending ending)
    {
        var carers = child.MayBeTold.ToList();
        return carers.Count > 1 && ending is Ending.AsItFalls && dice.Chance(30) ? carers[1] : carers[0];
    }

    [return: NotNullIfNotNull(nameof(words))]
    private static string? Sentence(string? words) => words is null ? null : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Most is written down within the hour; one in seven waits for the next morning.</summary>
    private Instant LoggedAt(LocalDate day, LocalTime happenedAt) => dice.Chance(86)
        ? Timeline.Moment(day, happenedAt.Hour, happenedAt.Minute) + Duration.FromMinutes(dice.Between(2, 50))
        : Timeline.Moment(cast.Calendar.After(day, 1), 8, dice.Between(5, 40));
}
