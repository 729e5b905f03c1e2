using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Ledger;
using Kept.Store;
using Kept.Store.Actions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.World;

/// <summary>Two handovers of the primary school: one that the next teacher has acknowledged, and one that waits for Mr Ellis.</summary>
internal sealed class HandingOver(KeptDb db, Cast cast, Timeline timeline, StoryClock clock)
{
    public void Plan()
    {
        if (cast.School.Slug is not "hillview")
        {
            return;
        }

        Tell("Millie Crowther", "Mr Imran Dar", "Joins 3D for reading groups", 12,
            ["Comes in happier when she is met at the door", "Reads aloud only to somebody she knows", "Her mother rings rather than writes: ring back the same day"],
            asked: "Who meets her on Fridays?", answered: "I do, until half-term; then you");
        Tell("Yaroslav Hryhorenko", "Mr Tom Ellis", "Moves into 5E after the holidays", 2,
            ["Tell him the day before when anything changes", "Lunchtimes are the hardest part of his day: a job indoors helps", "Speaks Ukrainian at home; his mother likes a text first"]);
    }

    private void Tell(string name, string to, string why, int schoolDaysAgo, string[] matters, string? asked = null, string? answered = null)
    {
        var child = cast.Named(name);
        var (giver, receiver) = (cast.Playing("teacher", child), cast.Staff.First(a => a.Person.Name == to));
        var given = cast.Calendar.Before(timeline.Today, schoolDaysAgo);
        var id = Id<Handover>.New();
        timeline.At(Timeline.Moment(given, 15, 40), async () =>
        {
            var open = await OpenAsync(giver, child, receiver);
            var whole = Handover.Give(id, new HandoverTerms(cast.School.Id, child.Pupil.Id, giver.Person.Id, receiver.Owner, why), matters, open, [], given, clock.Now).OrThrow();
            db.Add(whole.Handover);
            db.AddRange(whole.Lines);
            await SaveAsync(giver, whole.Happened);
        });
        if (asked is not null)
        {
            timeline.At(Timeline.Moment(cast.Calendar.After(given, 1), 8, 20), () => ChangeAsync(receiver, id, (handover, lines) => [handover.Ask(lines[0], asked, receiver.Person.Id, clock.Now).OrThrow()]));
            timeline.At(Timeline.Moment(cast.Calendar.After(given, 1), 15, 30), () => ChangeAsync(giver, id, (handover, lines) => [handover.Answer(lines[0], answered, giver.Person.Id, clock.Now).OrThrow()]));
            timeline.At(Timeline.Moment(cast.Calendar.After(given, 2), 8, 15), () => ChangeAsync(receiver, id, (handover, lines) => Acknowledge(handover, lines, receiver)));
        }
    }

    /// <summary>What the giver and the class's own staff have still to do goes to the next adult; others keep theirs.</summary>
    private async Task<List<ProposedOwner>> OpenAsync(Adult giver, Child child, Adult receiver)
    {
        var record = new VisibleRecord(db, giver.Viewer, clock);
        var actions = await record.Actions.AsNoTracking()
            .Where(a => a.PupilId == child.Pupil.Id && ActionFilter.ToDo.Contains(a.Status) && a.Visibility != Visibility.Safeguarding)
            .OrderBy(a => a.DueOn).Take(50).ToListAsync();
        var owners = await record.OwnersAsync(child.Pupil.Id);
        return [.. actions.Select(a => new ProposedOwner(a, owners.FirstOrDefault(o => o.Owner.PersonId == a.OwnerId && !o.Classes.Contains(child.Pupil.ClassName!))?.Owner ?? receiver.Owner))];
    }

    private List<ILedgerEvent> Acknowledge(Handover handover, List<HandoverLine> lines, Adult receiver)
    {
        List<ILedgerEvent> happened = [];
        foreach (var line in lines)
        {
            var action = line.ActionId is { } id ? db.Actions.Single(a => a.Id == id) : null;
            happened.AddRange(handover.Acknowledge(line, action, receiver.Owner, receiver.Person.Id, clock.Now.InZone(Domain.Schools.School.Zone).Date, clock.Now).OrThrow());
        }

        happened.Add(handover.CloseIfDone(lines, clock.Now)!);
        return happened;
    }

    private async Task ChangeAsync(Adult by, Id<Handover> id, Func<Handover, List<HandoverLine>, List<ILedgerEvent>> change)
    {
        var handover = await db.Handovers.SingleAsync(h => h.Id == id);
        var lines = await db.HandoverLines.Where(l => l.HandoverId == id).OrderBy(l => l.Number).ToListAsync();
        await SaveAsync(by, [.. change(handover, lines)]);
    }

    private async Task SaveAsync(Adult by, params ILedgerEvent[] happened)
    {
        if (await new VisibleRecord(db, by.Viewer, clock).SaveAsync(happened) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }
}
