using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Messages;

/// <summary>Reads the files of messages as the viewer may see them, and no later version in their place.</summary>
public static class FilesSent
{
    /// <summary>Of one thread, in the order in which they were sent.</summary>
    public static async Task<IReadOnlyList<SentFileRow>> FilesOfAsync(this VisibleRecord record, Id<MessageThread> thread, CancellationToken cancel) =>
        await (
            from f in record.MessageFiles.AsNoTracking()
            join m in record.Messages on f.MessageId equals m.Id
            where m.ThreadId == thread
            join v in record.VersionsSent on f.DocumentId equals v.DocumentId
            orderby m.Number, f.Number
            select new SentFileRow(f.Id, f.MessageId, f.DocumentId, v.FileName, v.Kind, v.Bytes, v.Sha256))
            .Take(MessageThread.MostMessages * MessageFile.MostInAMessage)
            .ToListAsync(cancel);

    /// <summary>Files that the viewer sends, under their name. Null where there are none.</summary>
    public static async Task<FilesToSend?> WithAsync(this VisibleRecord record, IReadOnlyList<ReceivedFile>? files, CancellationToken cancel)
    {
        if (files is null or [])
        {
            return null;
        }

        var me = record.Viewer.PersonId;
        return new FilesToSend(files, (await record.Names.AsNoTracking().FirstAsync(p => p.Id == me, cancel)).Name);
    }
}
