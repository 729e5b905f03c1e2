using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Whether a notice is still one: asked each time that anybody is about to be told, and not only when the thing happened.</summary>
internal static class StillToTell
{
    private const int Most = 2000;

    /// <summary>Without what was shared by mistake and is so no longer.</summary>
    public static async Task<IReadOnlyList<Notice>> SharedAsync(this KeptDb db, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        HashSet<Guid> shared = [];
        if (Of(NoticeOf.Agreed, about => new Id<LogEntry>(about)) is { Count: > 0 } entries)
        {
            shared.UnionWith((await db.LogEntries.Where(e => entries.Contains(e.Id) && e.Visibility == Visibility.Family).Select(e => e.Id).Take(Most).ToListAsync(cancel)).Select(id => id.Value));
        }

        if (Of(NoticeOf.Changed, about => new Id<ActionChange>(about)) is { Count: > 0 } changes)
        {
            var actions = db.Actions.Where(a => a.Visibility == Visibility.Family);
            shared.UnionWith((await db.ActionChanges.Where(c => changes.Contains(c.Id) && actions.Any(a => a.Id == c.ActionId)).Select(c => c.Id).Take(Most).ToListAsync(cancel)).Select(id => id.Value));
        }

        if (Of(NoticeOf.Meeting, about => new Id<Meeting>(about)) is { Count: > 0 } meetings)
        {
            shared.UnionWith((await db.Meetings.Where(m => meetings.Contains(m.Id) && m.Visibility == Visibility.Family).Select(m => m.Id).Take(Most).ToListAsync(cancel)).Select(id => id.Value));
        }

        return [.. notices.Where(n => n.Of is not (NoticeOf.Agreed or NoticeOf.Changed or NoticeOf.Meeting) || shared.Contains(n.AboutId))];

        List<Id<T>> Of<T>(NoticeOf of, Func<Guid, Id<T>> id) => [.. notices.Where(n => n.Of == of).Select(n => id(n.AboutId)).Distinct()];
    }

    /// <summary>Whether a carer with these ties may hear it on a day: of the child, or for news of any child (rule 10).</summary>
    public static bool MayHear(this IEnumerable<Relationship> ties, Notice notice, LocalDate today) =>
        ties.Any(t => (notice.PupilId is null || t.PupilId == notice.PupilId) && t.MayBeToldOn(today));
}
