using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Log;
using Kept.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Handovers;

/// <summary>A line as it is read, with the words of what it names as they are now.</summary>
public sealed record HandoverLineRow(
    Id<HandoverLine> Id, int Number, HandoverPart Part, string? Words, Id<AgreedAction>? ActionId, string? Action, ActionStatus? Status, LocalDate? DueOn,
    string? Owner, Id<Person>? OwnerId, string? Next, Id<Person>? NextId, Id<Enquiry>? EnquiryId, string? Issue, LocalDate? ArrivedOn, LocalDate? PromisedBy, Instant? AnsweredOn,
    Instant? AcknowledgedAt, string? Asked, Instant? AskedAt, string? Answer, string? AnsweredBy, Instant? AnsweredAt, int Version)
{
    public bool IsAcknowledged => AcknowledgedAt is not null;

    public bool WaitsForAnAnswer => !IsAcknowledged && AskedAt is not null && AnsweredAt is null;
}

public static class HandoverPage
{
    /// <summary>A pupil has fewer actions still to do; the bound is for the query's sake.</summary>
    public const int MostLines = 250;

    /// <summary>The lines of one handover that the viewer may see, in their order. One statement.</summary>
    public static async Task<IReadOnlyList<HandoverLineRow>> LinesOfAsync(this VisibleRecord record, Id<Handover> handover, CancellationToken cancel = default) =>
        await (
            from l in record.HandoverLines.AsNoTracking().Where(l => l.HandoverId == handover).OrderBy(l => l.Number).Take(MostLines)
            join a in record.Actions on l.ActionId equals (Id<AgreedAction>?)a.Id into actions
            from a in actions.DefaultIfEmpty()
            join q in record.Enquiries on l.EnquiryId equals (Id<Enquiry>?)q.Id into enquiries
            from q in enquiries.DefaultIfEmpty()
            orderby l.Number
            select new HandoverLineRow(
                l.Id, l.Number, l.Part, l.Words, l.ActionId, a == null ? null : a.What, a == null ? null : a.Status, a == null ? null : a.DueOn,
                record.Names.Where(p => a != null && p.Id == a.OwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                a == null ? null : a.OwnerId,
                record.Names.Where(p => p.Id == l.ProposedOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                l.ProposedOwnerId, l.EnquiryId,
                q == null ? null : record.Entries.Where(e => e.Id == q.EntryId).Select(e => e.Issue).FirstOrDefault(),
                q == null ? null : q.ArrivedOn, q == null ? null : q.PromisedBy, q == null ? null : q.AnsweredAt,
                l.AcknowledgedAt, l.Asked, l.AskedAt, l.Answer,
                record.Names.Where(p => p.Id == l.AnsweredById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                l.AnsweredAt, l.Version))
            .ToListAsync(cancel);
}
