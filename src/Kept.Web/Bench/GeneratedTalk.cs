using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Reviews;
using Kept.Store.Ledger;
using Kept.Web.World;
using NodaTime;

namespace Kept.Web.Bench;

/// <summary>Entries with their actions, as many as are asked for. Three in a hundred promises are late, as in a busy school.</summary>
internal sealed class GeneratedTalk(Cast cast, BulkRecord record, Dice dice, Instant present)
{
    private static readonly IReadOnlyList<Conversation> Talks = [.. Conversation.All.Where(c => c.Promises.Count > 0)];

    private readonly LocalDate today = present.InZone(Domain.Schools.School.Zone).Date;

    public void Tell(Child child, LocalDate day)
    {
        var talk = dice.Pick(Talks);
        var (carer, tie) = child.Family[0];
        var at = Timeline.Moment(day, dice.Between(8, 16), dice.Between(0, 59));
        var by = cast.Playing(talk.LoggedBy is "dsl" ? "dsl" : "senco", child);
        var content = new EntryContent
        {
            HappenedOn = day,
            Channel = talk.Channel,
            SpokeWithId = carer.Id,
            Issue = child.In(talk.Issue, tie),
            Said = child.In(talk.Said, tie),
            Visibility = talk.Visibility
        };
        var entry = LogEntry.Keep(
            Id<LogEntry>.New(), cast.School.Id, child.Pupil.Id, content, day.PlusDays(21), agreesSomething: true, by.Person.Id, at).OrThrow();
        List<object> rows = [entry];
        if (dice.Chance(2))
        {
            rows.Add(Enquiry.For(entry, new LocalTime(9, 0)));
        }

        rows.AddRange(talk.Promises.Select(promise => Agree(promise, entry, child, carer, tie, at)));
        if (day.PlusDays(21) < today && dice.Chance(98))
        {
            rows.Add(Review.Hold(entry, DidItHappen.Yes, "It helped, and we carry on", null, null, day.PlusDays(21), by.Person.Id, at + Duration.FromDays(21)).OrThrow());
        }

        record.Keep(new EntryKept(child.Pupil.Id, entry.Id), by.Person.Id.Value, at, [.. rows]);
    }

    private AgreedAction Agree(Promise promise, LogEntry entry, Child child, Person carer, Relationship tie, Instant at)
    {
        var owner = promise.Part is "carer" ? new Owner(carer.Id, PersonKind.Carer, carer.Name, null, []) : cast.Playing(promise.Part, child).Owner;
        var due = entry.HappenedOn.PlusDays(promise.Days);
        var agreed = new ActionAgreement(cast.School.Id, child.Pupil.Id, entry.Id, null, child.In(promise.What, tie), entry.Visibility, entry.HappenedOn);
        var action = AgreedAction.Agree(agreed, owner, due, entry.HappenedOn, at).OrThrow();
        if (due < today && dice.Chance(97))
        {
            action.MarkDone(child.In(promise.Outcome, tie), null, due, at + Duration.FromDays(promise.Days)).OrThrow();
        }

        return action;
    }
}
