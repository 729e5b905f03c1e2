using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Messages;

/// <summary>Open threads: those in which the school is waited for, the longest wait first; then the rest, the latest first.</summary>
/// <param name="IsCut">There are more than are shown.</param>
public sealed record OpenThreads(IReadOnlyList<ThreadRow> Waiting, IReadOnlyList<ThreadRow> Others, bool IsCut)
{
    public bool IsEmpty => Waiting.Count + Others.Count == 0;
}

/// <summary>Reads threads as the viewer may see them.</summary>
public static class Threads
{
    private const int MostWaiting = 100;
    private const int MostOthers = 50;
    private const int MostOpenings = 1000;
    private const int MostHandovers = 50;

    /// <summary>Of all children whom the viewer sees.</summary>
    /// <param name="mine">Only those that the viewer answers; for who runs the process, those too that nobody here has any more.</param>
    public static async Task<OpenThreads> OpenThreadsAsync(this VisibleRecord record, bool mine, CancellationToken cancel)
    {
        var open = record.Threads.Where(t => t.ClosedAt == null);
        var rows = record.Joined(mine ? record.Mine(open) : open);
        var waiting = await Rows(rows.Where(r => r.WaitingSince != null && r.MayBeTold).OrderBy(r => r.WaitingSince).ThenBy(r => r.Thread.Id).Take(MostWaiting)).ToListAsync(cancel);
        var others = await Rows(rows.Where(r => r.WaitingSince == null || !r.MayBeTold).OrderByDescending(r => r.LastAt).ThenBy(r => r.Thread.Id).Take(MostOthers)).ToListAsync(cancel);
        return new OpenThreads(waiting, others, waiting.Count == MostWaiting || others.Count == MostOthers);
    }

    /// <summary>The closed ones, the latest first.</summary>
    public static async Task<IReadOnlyList<ThreadRow>> ClosedThreadsAsync(this VisibleRecord record, bool mine, CancellationToken cancel)
    {
        var closed = record.Threads.Where(t => t.ClosedAt != null);
        return await Rows(record.Joined(mine ? record.Mine(closed) : closed).OrderByDescending(r => r.Thread.ClosedAt).ThenBy(r => r.Thread.Id).Take(MostOthers)).ToListAsync(cancel);
    }

    /// <summary>About one child, those that wait first, then the latest; closed ones last.</summary>
    /// <param name="carer">Only with this carer.</param>
    public static async Task<IReadOnlyList<ThreadRow>> ThreadsOfAsync(this VisibleRecord record, Id<Pupil> pupil, Id<Person>? carer, CancellationToken cancel)
    {
        var rows = await Rows(record.Joined(record.Threads.Where(t => t.PupilId == pupil && (carer == null || t.CarerId == carer)))
            .OrderByDescending(r => r.LastAt).ThenBy(r => r.Thread.Id).Take(MostWaiting)).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.ClosedAt is not null).ThenByDescending(r => r.Standing.Turn is Turn.School).ThenByDescending(r => r.LastAt)];
    }

    /// <summary>Null where the viewer sees no such thread of this child.</summary>
    public static async Task<ThreadFile?> ThreadAsync(this VisibleRecord record, Id<Pupil> pupil, Id<MessageThread> id, CancellationToken cancel)
    {
        var row = await Rows(record.Joined(record.Threads.Where(t => t.Id == id && t.PupilId == pupil)).OrderBy(r => r.Thread.Id).Take(1)).FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }

        var (all, opened) = record.OfNarrowedThreads;
        var made = record.MessageEntries;
        var messages = await all.AsNoTracking()
            .Where(m => m.ThreadId == id)
            .OrderBy(m => m.Number)
            .Take(MessageThread.MostMessages)
            .Select(m => new
            {
                Message = m,
                From = record.Names.Where(p => p.Id == m.FromId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "",
                EntryId = made.Where(e => e.MessageId == m.Id).OrderByDescending(e => e.At).Select(e => (Id<Domain.Log.LogEntry>?)e.EntryId).FirstOrDefault()
            })
            .ToListAsync(cancel);
        var files = await record.FilesOfAsync(id, cancel);
        var openings = await (
            from o in opened.AsNoTracking()
            where o.ThreadId == id
            join p in record.Names on o.PersonId equals p.Id
            orderby o.At, o.Id
            select new { o.UpTo, By = new OpenedBy(p.Id, ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim(), o.At) })
            .Take(MostOpenings)
            .ToListAsync(cancel);
        return new ThreadFile(
            row,
            [.. messages.Select(m => new MessageLine(m.Message, m.From, m.EntryId)
            {
                Files = [.. files.Where(f => f.MessageId == m.Message.Id)],
                Openings = [.. openings.Where(o => o.UpTo >= m.Message.Number && o.By.PersonId != m.Message.FromId).Select(o => o.By).DistinctBy(o => o.PersonId)]
            })],
            await HandoversAsync(record, id, cancel));
    }

    /// <summary>That somebody sees a thread with messages in it that they had not opened; null where they had.</summary>
    public static MessageOpening? OpeningOf(this ThreadFile thread, Viewer viewer, Instant at) => thread.HasOpenedAll(viewer.PersonId) ? null : new MessageOpening
    {
        Id = Id<MessageOpening>.New(),
        SchoolId = viewer.SchoolId,
        ThreadId = thread.Row.Id,
        PersonId = viewer.PersonId,
        UpTo = thread.Row.Count,
        At = at
    };

    private static async Task<IReadOnlyList<PassedOnLine>> HandoversAsync(VisibleRecord record, Id<MessageThread> id, CancellationToken cancel) =>
        await (
            from h in record.ThreadHandovers.AsNoTracking()
            where h.ThreadId == id
            join to in record.Names on h.ToId equals to.Id
            join giver in record.Names on h.ById equals giver.Id
            orderby h.At, h.Id
            select new PassedOnLine(
                ((to.Title ?? "") + " " + to.GivenName + " " + to.FamilyName).Trim(), ((giver.Title ?? "") + " " + giver.GivenName + " " + giver.FamilyName).Trim(), h.Reason, h.At))
            .Take(MostHandovers)
            .ToListAsync(cancel);

    private static IQueryable<MessageThread> Mine(this VisibleRecord record, IQueryable<MessageThread> threads)
    {
        var (me, today) = (record.Viewer.PersonId, record.Today);
        var here = record.Names.Where(p => p.Kind == PersonKind.Staff && (p.LeftOn == null || p.LeftOn >= today));
        return record.Viewer is StaffViewer { Sight.RunsTheProcess: true }
            ? threads.Where(t => t.WithId == me || !here.Any(p => p.Id == t.WithId))
            : threads.Where(t => t.WithId == me);
    }

    /// <summary>A thread with what is computed of it, so that a list can be ordered and held by that.</summary>
    private static IQueryable<JoinedThread> Joined(this VisibleRecord record, IQueryable<MessageThread> threads)
    {
        var (messages, today) = (record.OfNarrowedThreads.Messages, record.Today);
        var told = record.Relationships.Where(Relationship.ToldOn(today));
        return
            from t in threads.AsNoTracking()
            join p in record.Pupils on t.PupilId equals p.Id
            join c in record.Names on t.CarerId equals c.Id
            select new JoinedThread
            {
                Thread = t,
                PupilName = (p.PreferredName ?? p.GivenName) + " " + p.FamilyName,
                CarerName = ((c.Title ?? "") + " " + c.GivenName + " " + c.FamilyName).Trim(),
                CarerKind = record.Relationships.Where(r => r.PupilId == t.PupilId && r.CarerId == t.CarerId).Select(r => r.Kind).FirstOrDefault(),
                WithName = record.Names.Where(w => w.Id == t.WithId).Select(w => ((w.Title ?? "") + " " + w.GivenName + " " + w.FamilyName).Trim()).FirstOrDefault(),
                LastAt = messages.Where(m => m.ThreadId == t.Id && m.Number == t.Count).Select(m => (Instant?)m.At).FirstOrDefault() ?? t.StartedAt,
                WaitingSince = messages
                    .Where(m => m.ThreadId == t.Id && m.IsFromFamily && !messages.Any(s => s.ThreadId == t.Id && !s.IsFromFamily && s.Number > m.Number))
                    .OrderBy(m => m.Number).Select(m => (Instant?)m.At).FirstOrDefault(),
                MayBeTold = (p.LeftOn == null || p.LeftOn >= today) && (c.LeftOn == null || c.LeftOn >= today)
                    && told.Any(r => r.PupilId == t.PupilId && r.CarerId == t.CarerId)
            };
    }

    private static IQueryable<ThreadRow> Rows(IQueryable<JoinedThread> rows) => rows.Select(r => new ThreadRow(
        r.Thread.Id, r.Thread.PupilId, r.PupilName, r.Thread.CarerId, r.CarerName, r.CarerKind, r.Thread.Subject, r.Thread.WithId, r.WithName, r.Thread.ClosedAt,
        r.Thread.Count, r.LastAt, r.WaitingSince, r.MayBeTold));

    private sealed class JoinedThread
    {
        public required MessageThread Thread { get; init; }
        public required string PupilName { get; init; }
        public required string CarerName { get; init; }
        public string? CarerKind { get; init; }
        public string? WithName { get; init; }
        public Instant LastAt { get; init; }
        public Instant? WaitingSince { get; init; }
        public bool MayBeTold { get; init; }
    }
}
