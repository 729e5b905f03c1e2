using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Plans;

/// <summary>A version as a list shows it.</summary>
/// <param name="Cause">What led to it; null where nothing is named, and for whoever may not see that.</param>
public sealed record PlanVersionLine(
    Id<SupportPlan> PlanId, PlanKind Kind, Id<Pupil> PupilId, int Number, LocalDate From, Instant PublishedAt, string PublishedBy, string KeyOutcome, string? Reason,
    PlanCauseSeen? Cause);

/// <summary>What led to a version, for somebody who may see it.</summary>
/// <param name="On">When that happened, was agreed or was held.</param>
/// <param name="Words">The entry's issue, what the action is, the kind of meeting; null for a review.</param>
public sealed record PlanCauseSeen(CauseKind Kind, Guid Id, LocalDate On, string? Words);

public static class PlanHistory
{
    /// <summary>A statement for the versions, and one for each kind of cause that they name. The caller narrows, orders and bounds.</summary>
    public static async Task<IReadOnlyList<PlanVersionLine>> LinesAsync(this VisibleRecord record, IQueryable<PlanVersion> versions, CancellationToken cancel)
    {
        var rows = await versions.AsNoTracking()
            .Select(v => new
            {
                v.PlanId,
                Kind = record.Plans.Where(p => p.Id == v.PlanId).Select(p => p.Kind).First(),
                v.PupilId,
                v.Number,
                v.From,
                v.PublishedAt,
                By = record.Names.Where(n => n.Id == v.PublishedById).Select(n => ((n.Title ?? "") + " " + n.GivenName + " " + n.FamilyName).Trim()).FirstOrDefault() ?? "",
                v.KeyOutcome,
                v.Reason,
                v.CauseKind,
                v.CauseId
            })
            .ToListAsync(cancel);
        var causes = await record.CausesAsync([.. rows.Where(r => r.CauseKind is not null).Select(r => new PlanCause(r.CauseKind!.Value, r.CauseId!.Value))], cancel);
        return [.. rows.Select(r => new PlanVersionLine(
            r.PlanId, r.Kind, r.PupilId, r.Number, r.From, r.PublishedAt, r.By, r.KeyOutcome, r.Reason, r.CauseId is { } id ? causes.GetValueOrDefault(id) : null))];
    }

    /// <summary>Those of these causes that the viewer may see, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanCauseSeen>> CausesAsync(this VisibleRecord record, IReadOnlyCollection<PlanCause> causes, CancellationToken cancel)
    {
        var seen = new List<PlanCauseSeen>();
        if (Ids<LogEntry>(causes, CauseKind.Entry) is { Count: > 0 } entries)
        {
            seen.AddRange(await record.Entries.AsNoTracking().Where(e => entries.Contains(e.Id))
                .Select(e => new { e.Id, e.HappenedOn, e.Issue }).AsAsyncEnumerable()
                .Select(e => new PlanCauseSeen(CauseKind.Entry, e.Id.Value, e.HappenedOn, e.Issue)).ToListAsync(cancel));
        }

        if (Ids<AgreedAction>(causes, CauseKind.Action) is { Count: > 0 } actions)
        {
            seen.AddRange(await record.Actions.AsNoTracking().Where(a => actions.Contains(a.Id))
                .Select(a => new { a.Id, a.AgreedOn, a.What }).AsAsyncEnumerable()
                .Select(a => new PlanCauseSeen(CauseKind.Action, a.Id.Value, a.AgreedOn, a.What)).ToListAsync(cancel));
        }

        if (Ids<PlanReview>(causes, CauseKind.Review) is { Count: > 0 } reviews)
        {
            seen.AddRange(await record.PlanReviews.AsNoTracking().Where(r => reviews.Contains(r.Id))
                .Select(r => new { r.Id, r.HeldOn }).AsAsyncEnumerable()
                .Select(r => new PlanCauseSeen(CauseKind.Review, r.Id.Value, r.HeldOn, null)).ToListAsync(cancel));
        }

        if (Ids<Meeting>(causes, CauseKind.Meeting) is { Count: > 0 } meetings)
        {
            seen.AddRange(await record.Meetings.AsNoTracking().Where(m => meetings.Contains(m.Id))
                .Select(m => new { m.Id, m.On, m.Kind }).AsAsyncEnumerable()
                .Select(m => new PlanCauseSeen(CauseKind.Meeting, m.Id.Value, m.On, m.Kind.InWords())).ToListAsync(cancel));
        }

        return seen.ToDictionary(cause => cause.Id);
    }

    private static List<Id<T>> Ids<T>(IReadOnlyCollection<PlanCause> causes, CauseKind kind) =>
        [.. causes.Where(c => c.Kind == kind).Select(c => new Id<T>(c.Id)).Distinct()];
}
