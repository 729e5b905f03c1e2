using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Threads between the made-up schools and families: answered ones, one that waits too long, and some that are not in English.</summary>
internal sealed class Messaging(Cast cast, Timeline timeline, KeptDb db, StoryClock clock)
{
    public void Plan()
    {
        foreach (var block in WordList.Blocks("messages.txt"))
        {
            var head = Parts(block[0], 5);
            if (head[0] == cast.School.Slug)
            {
                Plan(head, [.. block.Skip(1).Select(line => Parts(line, 5))]);
            }
        }
    }

    private void Plan(string[] head, IReadOnlyList<string[]> lines)
    {
        var child = cast.Named(head[1]);
        var family = child.Family.First(f => f.Tie.Kind == head[2]);
        var id = Id<MessageThread>.New();
        foreach (var (at, line) in lines.Index())
        {
            var time = line[1].Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            timeline.At(Timeline.Moment(DayOf(line[0]), time[0], time[1]), () => SendAsync(id, head[3], child, family.Carer, line, isFirst: at == 0));
        }

        if (head[4].Length > 0)
        {
            var last = DayOf(lines[^1][0]);
            timeline.At(Timeline.Moment(last, 15, 25), () => CloseAsync(id, cast.Playing("teacher", child), head[4]));
        }
    }

    private async Task SendAsync(Id<MessageThread> id, string subject, Child child, Person carer, string[] line, bool isFirst)
    {
        var staff = line[2] is "carer" ? null : cast.Playing(line[2], child);
        var message = new NewMessage(Id<Message>.New(), staff?.Person.Id ?? carer.Id, line[4], line[3], clock.Now);
        SentMessage sent;
        if (isFirst)
        {
            var with = staff ?? cast.Playing("teacher", child);
            sent = MessageThread.Start(new NewThread(id, cast.School.Id, child.Pupil.Id, carer.Id, with.Person.Id, subject), message).OrThrow();
            db.Add(sent.Thread);
        }
        else
        {
            var thread = await db.MessageThreads.FirstAsync(t => t.Id == id);
            sent = thread.Write(message).OrThrow();

            // Whoever answers has read what came before.
            db.Add(new MessageOpening
            {
                Id = Id<MessageOpening>.New(),
                SchoolId = cast.School.Id,
                ThreadId = id,
                PersonId = message.ById,
                UpTo = sent.Message.Number - 1,
                At = clock.Now - Duration.FromMinutes(2)
            });
        }

        db.Add(sent.Message);
        await SaveAsync(staff is null ? new CarerViewer(cast.School.Id, carer.Id, carer.Name) : staff.Viewer, sent.Happened);
    }

    private async Task CloseAsync(Id<MessageThread> id, Adult by, string outcome)
    {
        var thread = await db.MessageThreads.FirstAsync(t => t.Id == id);
        var sent = thread.Close(new NewMessage(Id<Message>.New(), by.Person.Id, outcome, "en", clock.Now), thread.Count).OrThrow();
        db.Add(sent.Message);
        await SaveAsync(by.Viewer, sent.Happened);
    }

    private LocalDate DayOf(string offset)
    {
        if (offset is not "*")
        {
            return cast.Calendar.Before(timeline.Today, int.Parse(offset, CultureInfo.InvariantCulture));
        }

        var day = cast.Calendar.Before(timeline.Today, 2);
        while (!(ReplyClock.AcknowledgeBy(day.At(new LocalTime(20, 10)), cast.Calendar, cast.School.ClosesAt, cast.School.AcknowledgeWithinWorkingDays) < timeline.Today))
        {
            day = cast.Calendar.Before(day, 1);
        }

        return day;
    }

    private async Task SaveAsync(Viewer by, IRecordEvent happened)
    {
        if (await new VisibleRecord(db, by, clock).SaveAsync(happened) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }

    private static string[] Parts(string line, int count) => line.Split('|', count, StringSplitOptions.TrimEntries);
}
