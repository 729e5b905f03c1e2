using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>What may be named as having led to a change, as a form says it: "entry:…".</summary>
internal sealed class PlanCauses(VisibleRecord record, SupportPlan plan)
{
    private const int MostOfEach = 20;

    public static string ValueOf(PlanCause cause) => string.Create(CultureInfo.InvariantCulture, $"{cause.Kind.ToString().ToLowerInvariant()}:{cause.Id}");

    public static PlanCause? Read(string? value) =>
        value?.Split(':') is [var kind, var id] && Enum.TryParse<CauseKind>(kind, ignoreCase: true, out var read) && Guid.TryParse(id, out var guid)
            ? new PlanCause(read, guid)
            : null;

    public async Task<bool> SeesAsync(string value, CancellationToken cancel) =>
        Read(value) is not { } cause || (await record.CausesAsync([cause], cancel)).Count > 0;

    /// <summary>The one that was chosen, checked by the rule; null where nothing was, or where it is not there for this viewer.</summary>
    public async Task<Result<PlanCause?>> FindAsync(string? value, CancellationToken cancel)
    {
        switch (Read(value))
        {
            case { Kind: CauseKind.Entry } named:
                var entryId = new Id<LogEntry>(named.Id);
                return await record.Entries.FirstOrDefaultAsync(e => e.Id == entryId, cancel) is { } entry ? Found(PlanCause.Of(entry, plan.PupilId)) : (PlanCause?)null;
            case { Kind: CauseKind.Action } named:
                var actionId = new Id<AgreedAction>(named.Id);
                return await record.Actions.FirstOrDefaultAsync(a => a.Id == actionId, cancel) is { } action ? Found(PlanCause.Of(action, plan.PupilId)) : (PlanCause?)null;
            case { Kind: CauseKind.Meeting } named:
                var meetingId = new Id<Meeting>(named.Id);
                return await record.Meetings.FirstOrDefaultAsync(m => m.Id == meetingId, cancel) is { } meeting ? Found(PlanCause.Of(meeting, plan.PupilId)) : (PlanCause?)null;
            case { Kind: CauseKind.Review } named:
                var reviewId = new Id<PlanReview>(named.Id);
                return await record.PlanReviews.FirstOrDefaultAsync(r => r.Id == reviewId && r.PlanId == plan.Id, cancel) is { } review ? PlanCause.Of(review) : (PlanCause?)null;
            default:
                return (PlanCause?)null;
        }
    }

    /// <summary>The latest things that this viewer may see, and the one that is chosen already.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OfferedAsync(string? chosen, LocalDate today, CancellationToken cancel)
    {
        var named = Read(chosen);
        var entryId = named is { Kind: CauseKind.Entry } ? new Id<LogEntry>(named.Id) : default;
        var entries = await record.Entries.AsNoTracking()
            .Where(e => e.PupilId == plan.PupilId && e.Visibility != Visibility.Safeguarding)
            .OrderByDescending(e => e.Id == entryId).ThenByDescending(e => e.HappenedOn).ThenByDescending(e => e.Id)
            .Take(MostOfEach).Select(e => new { e.Id, e.HappenedOn, e.Issue }).ToListAsync(cancel);
        var actionId = named is { Kind: CauseKind.Action } ? new Id<AgreedAction>(named.Id) : default;
        var actions = await record.Actions.AsNoTracking()
            .Where(a => a.PupilId == plan.PupilId && a.Visibility != Visibility.Safeguarding)
            .OrderByDescending(a => a.Id == actionId).ThenByDescending(a => a.AgreedOn).ThenByDescending(a => a.Id)
            .Take(MostOfEach).Select(a => new { a.Id, a.AgreedOn, a.What }).ToListAsync(cancel);
        var reviews = await record.PlanReviews.AsNoTracking()
            .Where(r => r.PlanId == plan.Id).OrderByDescending(r => r.HeldOn).Take(MostOfEach).Select(r => new { r.Id, r.HeldOn }).ToListAsync(cancel);
        var meetingId = named is { Kind: CauseKind.Meeting } ? new Id<Meeting>(named.Id) : default;
        var meetings = await record.Meetings.AsNoTracking()
            .Where(m => m.PupilId == plan.PupilId && m.Visibility != Visibility.Safeguarding && (m.Status == MeetingStatus.Running || m.Status == MeetingStatus.Held))
            .OrderByDescending(m => m.Id == meetingId).ThenByDescending(m => m.On).ThenByDescending(m => m.Id)
            .Take(MostOfEach).Select(m => new { m.Id, m.On, m.Kind }).ToListAsync(cancel);
        return
        [
            .. meetings.Select(m => Item("Meetings", new PlanCause(CauseKind.Meeting, m.Id.Value), m.On, m.Kind.InWords(), today)),
            .. reviews.Select(r => Item("Reviews of the plan", new PlanCause(CauseKind.Review, r.Id.Value), r.HeldOn, "review", today)),
            .. entries.Select(e => Item("Entries", new PlanCause(CauseKind.Entry, e.Id.Value), e.HappenedOn, e.Issue, today)),
            .. actions.Select(a => Item("Actions", new PlanCause(CauseKind.Action, a.Id.Value), a.AgreedOn, a.What, today))
        ];
    }

    private static Result<PlanCause?> Found(Result<PlanCause> found) => found.Allowed(out var cause, out var refused) ? cause : refused;

    private static SelectListItem Item(string group, PlanCause cause, LocalDate on, string words, LocalDate today) => new(
        $"{Days.Plain(on, today)}: {(words.Length > 80 ? words[..79] + "…" : words)}", ValueOf(cause)) { Group = Groups[group] };

    private static readonly Dictionary<string, SelectListGroup> Groups =
        new[] { "Meetings", "Reviews of the plan", "Entries", "Actions" }.ToDictionary(name => name, name => new SelectListGroup { Name = name });
}
