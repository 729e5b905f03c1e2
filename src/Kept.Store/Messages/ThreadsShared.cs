using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Messages;

/// <summary>
/// One carer’s threads about one child. A carer who may not be told finds nothing, and nothing says that there is something (rule 10); nobody finds another
/// carer’s. Staff who look from the carer’s side read those that they see themselves.
/// </summary>
public sealed class ThreadsShared(VisibleRecord viewed, Id<Person> carer, Id<Pupil> pupil)
{
    /// <summary>So many open threads a carer may have: nobody reads more, and nobody fills the school’s list.</summary>
    private const int MostOpen = 30;

    private readonly VisibleRecord record = viewed.Viewer is CarerViewer ? viewed.SharedWithTheFamilyOf(pupil) : viewed;

    /// <summary>Null where this carer may be told nothing.</summary>
    public async Task<IReadOnlyList<ThreadRow>?> AllAsync(CancellationToken cancel) =>
        await MayBeToldAsync(cancel) ? await record.ThreadsOfAsync(pupil, carer, cancel) : null;

    /// <summary>How many messages of the school the carer has not opened.</summary>
    public async Task<int> UnopenedAsync(CancellationToken cancel)
    {
        if (!await MayBeToldAsync(cancel))
        {
            return 0;
        }

        var threads = record.Threads.Where(t => t.PupilId == pupil && t.CarerId == carer);
        var (messages, openings) = record.OfNarrowedThreads;
        return await messages.CountAsync(
            m => !m.IsFromFamily && threads.Any(t => t.Id == m.ThreadId) && !openings.Any(o => o.ThreadId == m.ThreadId && o.PersonId == carer && o.UpTo >= m.Number), cancel);
    }

    public async Task<ThreadFile?> FindAsync(Id<MessageThread> id, CancellationToken cancel) =>
        await MayBeToldAsync(cancel) && await record.ThreadAsync(pupil, id, cancel) is { } found && found.Row.CarerId == carer ? found : null;

    /// <summary>Those in which one of these messages is.</summary>
    public async Task<IReadOnlyList<Id<MessageThread>>> OfAsync(IReadOnlyCollection<Id<Message>> messages, CancellationToken cancel)
    {
        if (messages.Count == 0 || !await MayBeToldAsync(cancel))
        {
            return [];
        }

        var (all, _) = record.OfNarrowedThreads;
        return await record.Threads.Where(t => t.PupilId == pupil && t.CarerId == carer && all.Any(m => m.ThreadId == t.Id && messages.Contains(m.Id)))
            .OrderBy(t => t.Id).Take(messages.Count).Select(t => t.Id).ToListAsync(cancel);
    }

    /// <summary>What there is of the school’s messages in the carer’s language.</summary>
    public Task<Translated> TranslationsAsync(ThreadFile thread, string to, CancellationToken cancel) =>
        record.TranslationsOfAsync(thread.Messages.Where(m => !m.Message.IsFromFamily).Select(m => Texts.Of(m.Message)), to, cancel);

    /// <summary>The carer begins a thread. Null where they may be told nothing.</summary>
    /// <param name="key">Chosen by the form: the id of the thread and of its first message.</param>
    public async Task<Result<SentMessage>?> StartAsync(
        Guid key, string? subject, string? words, string? language, Instant now, CancellationToken cancel, IReadOnlyList<ReceivedFile>? files = null)
    {
        if (!await MayBeToldAsync(cancel))
        {
            return null;
        }

        if (await record.Threads.CountAsync(t => t.PupilId == pupil && t.CarerId == carer && t.ClosedAt == null, cancel) is >= MostOpen)
        {
            return new Refusal("That is more than one school can read. Write in a thread that is open");
        }

        var first = (await record.ColleaguesAsync(pupil, cancel)).FirstToAnswer();
        var begun = new NewThread(new Id<MessageThread>(key), record.Viewer.SchoolId, pupil, carer, first?.Id, subject);
        return await record.StartAsync(begun, new NewMessage(new Id<Message>(key), carer, words, language, now) { With = await record.WithAsync(files, cancel) }, cancel);
    }

    /// <summary>The carer writes in a thread of theirs. Null where there is none.</summary>
    public async Task<Result<SentMessage>?> SendAsync(
        Id<MessageThread> id, Id<Message> message, string? words, string? language, Instant now, CancellationToken cancel, IReadOnlyList<ReceivedFile>? files = null) =>
        await MayBeToldAsync(cancel)
            ? await record.SendAsync(id, new NewMessage(message, carer, words, language, now) { With = await record.WithAsync(files, cancel) }, (thread, sent) => thread.Write(sent), cancel)
            : null;

    /// <summary>A file that came with a message of this carer’s own threads. Null where there is none.</summary>
    public async Task<SentFileRow?> FileAsync(Id<MessageThread> id, Id<MessageFile> file, CancellationToken cancel) =>
        await MayBeToldAsync(cancel) && await record.Threads.AnyAsync(t => t.Id == id && t.PupilId == pupil && t.CarerId == carer, cancel)
            ? (await record.FilesOfAsync(id, cancel)).FirstOrDefault(f => f.Id == file)
            : null;

    private async Task<bool> MayBeToldAsync(CancellationToken cancel)
    {
        var tie = await record.Relationships.AsNoTracking().FirstOrDefaultAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel);
        return tie?.MayBeToldOn(record.Today) is true;
    }
}
