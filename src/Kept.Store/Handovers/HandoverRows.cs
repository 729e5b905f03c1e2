using Kept.Domain;
using Kept.Domain.Handovers;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Handovers;

/// <summary>A handover as a list shows it.</summary>
/// <param name="Lines">Those that the viewer may see.</param>
/// <param name="Acknowledged">How many of them are.</param>
/// <param name="Asked">How many are asked about and wait for an answer.</param>
public sealed record HandoverRow(
    Id<Handover> Id, Id<Pupil> PupilId, string PupilName, string YearGroup, string? ClassName, Id<Person> FromId, string From, Id<Person> ToId, string To,
    string Why, Instant GivenAt, Instant? ClosedAt, string? WithdrawnBecause, int Lines, int Acknowledged, int Asked);

public static class HandoverRows
{
    /// <summary>As many as a day's page shows.</summary>
    public const int MostWaiting = 10;

    /// <summary>One statement for the whole list. The caller orders and bounds the handovers first.</summary>
    public static IQueryable<HandoverRow> Rows(this VisibleRecord record, IQueryable<Handover> handovers) =>
        from h in handovers.AsNoTracking()
        join p in record.Pupils on h.PupilId equals p.Id
        join f in record.Names on h.FromId equals f.Id
        join t in record.Names on h.ToId equals t.Id
        select new HandoverRow(
            h.Id, p.Id, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.YearGroup, p.ClassName,
            f.Id, ((f.Title ?? "") + " " + f.GivenName + " " + f.FamilyName).Trim(), t.Id, ((t.Title ?? "") + " " + t.GivenName + " " + t.FamilyName).Trim(),
            h.Why, h.GivenAt, h.ClosedAt, h.WithdrawnBecause,
            record.HandoverLines.Count(l => l.HandoverId == h.Id),
            record.HandoverLines.Count(l => l.HandoverId == h.Id && l.AcknowledgedAt != null),
            record.HandoverLines.Count(l => l.HandoverId == h.Id && l.AcknowledgedAt == null && l.AskedAt != null && l.AnsweredAt == null));

    /// <summary>
    /// Handovers that nobody has finished, the oldest first, for Today: those the viewer is to read, those they gave in which something
    /// is asked, and with <paramref name="everybodys"/> all that they may see. One statement.
    /// </summary>
    public static async Task<IReadOnlyList<HandoverRow>> HandoversWaitingAsync(this VisibleRecord record, bool everybodys, CancellationToken cancel = default)
    {
        var me = record.Viewer.PersonId;
        var open = record.Handovers.Where(h => h.ClosedAt == null);
        if (!everybodys)
        {
            open = open.Where(h => h.ToId == me
                || (h.FromId == me && record.HandoverLines.Any(l => l.HandoverId == h.Id && l.AcknowledgedAt == null && l.AskedAt != null && l.AnsweredAt == null)));
        }

        var rows = await record.Rows(open.OrderBy(h => h.GivenAt).ThenBy(h => h.Id).Take(MostWaiting)).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.GivenAt).ThenBy(r => r.Id)];
    }
}
