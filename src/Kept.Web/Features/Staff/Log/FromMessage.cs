using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>
/// An entry made of a message: the form begins with its words and day, and what is kept keeps a link to it. It begins for staff alone: one parent’s words are
/// not the other’s to read until somebody decides so.
/// </summary>
internal static class FromMessage
{
    /// <summary>An issue is a line; longer words stand whole in the note.</summary>
    private const int Line = 240;

    /// <summary>Null where the viewer sees no such message.</summary>
    public static async Task<LogForm?> FormAsync(VisibleRecord record, Id<Message> id, LocalDate today, CancellationToken cancel)
    {
        var found = await (
            from m in record.Messages.AsNoTracking()
            where m.Id == id
            join t in record.Threads on m.ThreadId equals t.Id
            select new { Message = m, t.CarerId, t.Subject })
            .FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var (message, on) = (found.Message, found.Message.At.InZone(School.Zone).Date);
        var isALine = message.Words.Length <= Line && !message.Words.Contains('\n', StringComparison.Ordinal);
        var form = new LogForm
        {
            Key = Guid.CreateVersion7(),
            Message = id.ToString(),
            PupilId = message.PupilId.ToString(),
            When = on == today ? "today" : on == today.PlusDays(-1) ? "yesterday" : "other",
            Day = on < today.PlusDays(-1) ? on.InWords() : null,
            Channel = Channel.Portal,
            With = found.CarerId.ToString(),
            Visibility = Visibility.Staff,
            Issue = message.IsFromFamily && isALine ? message.Words : found.Subject
        };
        if (message is { IsFromFamily: false } && isALine)
        {
            form.Said = message.Words;
        }
        else if (!isALine)
        {
            form.Note = message.Words;
        }

        return form;
    }

    /// <summary>Null where the entry is made of no message, or is about another child than the message.</summary>
    public static async Task<MessageEntry?> LinkAsync(VisibleRecord record, string? id, LogEntry entry, Instant at, CancellationToken cancel) =>
        Id<Message>.TryParse(id, null, out var message)
        && await record.Messages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == message, cancel) is { } found
        && found.BecomeOf(entry, record.Viewer.PersonId, at).Allowed(out var made, out _)
            ? made
            : null;
}
