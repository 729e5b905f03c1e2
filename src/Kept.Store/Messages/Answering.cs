using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Messages;

/// <summary>A carer to whom staff may want to write, with why they cannot.</summary>
/// <param name="No">Null where the carer may be told (rule 10). For staff alone.</param>
public sealed record Recipient(Person Carer, Relationship Tie, Refusal? No);

/// <summary>What the same words to one carer are kept as.</summary>
/// <param name="Key">Chosen by the form.</param>
public sealed record Addressee(Id<Person> Carer, Guid Key);

/// <summary>What staff do with threads. Whoever sees a thread may answer in it.</summary>
public static class Answering
{
    private const int MostCarers = 20;

    public static async Task<IReadOnlyList<Recipient>> RecipientsAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel)
    {
        var rows = await (
            from t in record.Relationships.AsNoTracking()
            where t.PupilId == pupil
            join p in record.Pupils on t.PupilId equals p.Id
            join c in record.People on t.CarerId equals c.Id
            orderby t.Priority, t.Id
            select new { Tie = t, Carer = c, Pupil = p, Nation = record.Schools.First(s => s.Id == p.SchoolId).Nation })
            .Take(MostCarers)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Recipient(row.Carer, row.Tie, MayBeWritten.Refusal(row.Carer, row.Tie, row.Pupil, record.Today, row.Nation)))];
    }

    /// <summary>Writes the same to each carer in a thread of their own: none learns that another was written to.</summary>
    public static async Task<Result<IReadOnlyList<MessageThread>>> WriteToEachAsync(
        this VisibleRecord record, Id<Pupil> pupil, IReadOnlyList<Addressee> to, string? subject, string? words, string? language, Instant now, CancellationToken cancel,
        IReadOnlyList<ReceivedFile>? files = null)
    {
        var recipients = await record.RecipientsAsync(pupil, cancel);
        foreach (var addressee in to)
        {
            if (recipients.FirstOrDefault(r => r.Carer.Id == addressee.Carer) is not { } recipient)
            {
                return new Refusal("Choose who to write to", nameof(MessageThread.CarerId));
            }

            if (recipient.No is { } no)
            {
                return no.About(nameof(MessageThread.CarerId));
            }
        }

        if (to.Count == 0)
        {
            return new Refusal("Choose who to write to", nameof(MessageThread.CarerId));
        }

        List<MessageThread> threads = [];
        var me = record.Viewer.PersonId;
        var with = await record.WithAsync(files, cancel);
        foreach (var addressee in to)
        {
            var begun = new NewThread(new Id<MessageThread>(addressee.Key), record.Viewer.SchoolId, pupil, addressee.Carer, me, subject);
            if (!(await record.StartAsync(begun, new NewMessage(new Id<Message>(addressee.Key), me, words, language, now) { With = with }, cancel)).Allowed(out var sent, out var refusal))
            {
                return refusal;
            }

            threads.Add(sent.Thread);
        }

        return threads;
    }

    /// <summary>Null where the viewer sees no such thread; refused where the carer may not be told today.</summary>
    public static async Task<Result<SentMessage>?> AnswerAsync(this VisibleRecord record, Id<Pupil> pupil, Id<MessageThread> id, NewMessage message, CancellationToken cancel) =>
        await record.NoAsync(pupil, id, cancel) is { } no ? no : await record.SendAsync(id, message, (thread, sent) => thread.Write(sent), cancel);

    /// <param name="seen">How many messages the closing page showed.</param>
    public static async Task<Result<SentMessage>?> CloseAsync(this VisibleRecord record, Id<Pupil> pupil, Id<MessageThread> id, NewMessage outcome, int seen, CancellationToken cancel) =>
        await record.NoAsync(pupil, id, cancel) is { } no ? no : await record.SendAsync(id, outcome, (thread, sent) => thread.Close(sent, seen), cancel);

    /// <summary>Gives a thread to a colleague who sees it. Null where the viewer sees no such thread.</summary>
    public static async Task<Refusal?> PassOnAsync(this VisibleRecord record, Id<MessageThread> id, Id<Person>? to, string? reason, Instant now, CancellationToken cancel)
    {
        var thread = await record.Threads.FirstAsync(t => t.Id == id, cancel);
        if (to is { } colleague && !(await record.ColleaguesAsync(thread.PupilId, cancel)).Any(c => c.Id == colleague))
        {
            return new Refusal("Choose somebody who works with this child", nameof(MessageThread.WithId));
        }

        var me = record.Viewer.PersonId;
        if (to == thread.WithId && await record.ThreadHandovers.AnyAsync(h => h.ThreadId == id && h.ToId == to && h.ById == me && h.Reason == Text.Tidy(reason), cancel))
        {
            // The same form sent twice.
            return null;
        }

        if (!thread.PassTo(to, reason, me, now).Allowed(out var handover, out var refusal))
        {
            return refusal;
        }

        record.Add(handover);
        return await record.SaveAsync(new ThreadPassedOn(thread.PupilId, thread.Id), cancel);
    }

    /// <summary>Why the carer of a thread may not be written to; null where they may, and where there is no such thread.</summary>
    private static async Task<Refusal?> NoAsync(this VisibleRecord record, Id<Pupil> pupil, Id<MessageThread> id, CancellationToken cancel)
    {
        var carer = await record.Threads.Where(t => t.Id == id && t.PupilId == pupil).Select(t => (Id<Person>?)t.CarerId).FirstOrDefaultAsync(cancel);
        if (carer is null)
        {
            return null;
        }

        var recipient = (await record.RecipientsAsync(pupil, cancel)).FirstOrDefault(r => r.Carer.Id == carer);
        return recipient is null ? new Refusal("They are in this child’s record no more") : recipient.No;
    }
}
