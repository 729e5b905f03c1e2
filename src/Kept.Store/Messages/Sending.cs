using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Store.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Messages;

/// <summary>
/// Keeps messages: each once, however often its form is sent, and none lost. The same form with other words on it is another message; a message that came in
/// the same moment as another is kept after it.
/// </summary>
internal static class Sending
{
    /// <summary>So often is a save tried anew where somebody else was quicker.</summary>
    private const int MostTries = 6;

    private static readonly Refusal Busy = new("This could not be sent just now. What you typed is still here: send it again");

    /// <summary>Begins a thread. The form names it and its first message.</summary>
    public static async Task<Result<SentMessage>> StartAsync(this VisibleRecord record, NewThread begun, NewMessage first, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await record.EveryMessage.AsNoTracking().FirstOrDefaultAsync(m => m.Id == first.Id, cancel) is { } before)
            {
                if (await record.IsTheSameAsync(before, first, cancel)
                    && await record.Threads.AsNoTracking().FirstOrDefaultAsync(t => t.Id == before.ThreadId && t.PupilId == begun.PupilId && t.CarerId == begun.CarerId, cancel) is { } thread
                    && thread.Subject == Text.Tidy(begun.Subject))
                {
                    return new SentMessage(thread, before, new ThreadStarted(thread.PupilId, thread.Id));
                }

                (begun, first) = (begun with { Id = Id<MessageThread>.New() }, first with { Id = Id<Message>.New() });
            }

            if (!MessageThread.Start(begun, first).Allowed(out var sent, out var refusal))
            {
                return refusal;
            }

            record.Add(sent.Thread);
            record.Keep(sent);
            var stopped = await record.SaveAsync(sent.Events, cancel);
            if (stopped is null)
            {
                return sent;
            }

            // Not a race: what it would share stands in the way.
            if (stopped.Field is not null)
            {
                return stopped;
            }
        }

        return Busy;
    }

    /// <summary>Adds a message to a thread. Null where the viewer sees no such thread.</summary>
    /// <param name="record">Whose door.</param>
    /// <param name="id">Which thread.</param>
    /// <param name="message">What is sent.</param>
    /// <param name="verb">Writes it, or closes the thread with it.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Result<SentMessage>?> SendAsync(
        this VisibleRecord record, Id<MessageThread> id, NewMessage message, Func<MessageThread, NewMessage, Result<SentMessage>> verb, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await record.Threads.FirstOrDefaultAsync(t => t.Id == id, cancel) is not { } thread)
            {
                return null;
            }

            if (await record.EveryMessage.AsNoTracking().FirstOrDefaultAsync(m => m.Id == message.Id, cancel) is { } before)
            {
                if (before.ThreadId == id && await record.IsTheSameAsync(before, message, cancel))
                {
                    return new SentMessage(thread, before, new MessageSent(thread.PupilId, before.Id));
                }

                message = message with { Id = Id<Message>.New() };
            }

            if (!verb(thread, message).Allowed(out var sent, out var refusal))
            {
                return refusal;
            }

            record.Keep(sent);
            var stopped = await record.SaveAsync(sent.Events, cancel);
            if (stopped is null)
            {
                return sent;
            }

            // Not a race: what it would share stands in the way.
            if (stopped.Field is not null)
            {
                return stopped;
            }
        }

        return Busy;
    }

    private static void Keep(this VisibleRecord record, SentMessage sent)
    {
        record.Add(sent.Message);
        foreach (var (file, kept) in sent.Files)
        {
            record.Keep(kept);
            record.Add(file);
        }
    }

    private static async Task<bool> IsTheSameAsync(this VisibleRecord record, Message before, NewMessage again, CancellationToken cancel)
    {
        if (before.FromId != again.ById || before.Words != Text.TidyLines(again.Words))
        {
            return false;
        }

        var files = await record.EveryFileWith(before.Id).Take(MessageFile.MostInAMessage).ToListAsync(cancel);
        return files.ToHashSet().SetEquals((again.With?.Files ?? []).Select(f => f.Sha256));
    }
}
