using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Families;

/// <summary>
/// What one carer may read about one child: what is shared with the family, and only where the tie lets the school tell this carer
/// (<see cref="Relationship.MayBeToldOn"/>, rule 10). Never more than the viewer sees.
/// </summary>
public sealed class SharedWith(VisibleRecord record, Id<Person> carer, Id<Pupil> pupil)
{
    private const int MostAgreements = 100;
    private const int MostShifts = 300;
    private const int MostMeetings = 20;
    private const int MostConversations = 20;
    private const int MostCorrections = 100;

    /// <summary>Null where this carer may be told nothing: there is no emptier page that would say so.</summary>
    public async Task<WhatWeAgreed?> WhatWeAgreedAsync(CancellationToken cancel)
    {
        var tie = await record.Relationships.AsNoTracking().FirstOrDefaultAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel);
        var name = await record.Pupils.Where(p => p.Id == pupil).Select(p => p.PreferredName ?? p.GivenName).FirstOrDefaultAsync(cancel);
        if (tie is null || name is null || !tie.MayBeToldOn(record.Today))
        {
            return null;
        }

        // Open ones first, by their day; what is done, latest first.
        var still = await Agreements(Actions.Where(a => a.Status != ActionStatus.Done).OrderBy(a => a.DueOn).ThenBy(a => a.Id)).ToListAsync(cancel);
        var done = await Agreements(Actions.Where(a => a.Status == ActionStatus.Done).OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.Id)).ToListAsync(cancel);
        var shifts = await ShiftsAsync(cancel);
        return new WhatWeAgreed(
            name,
            [.. still.Select(a => a with { Shifts = [.. shifts[a.Id]] })],
            [.. done.Select(a => a with { Shifts = [.. shifts[a.Id]] })],
            await Meetings.OrderByDescending(m => m.On).ThenByDescending(m => m.At).Take(MostMeetings)
                .Select(m => new MeetingShared(m.Id, m.Kind, m.On, m.At, m.Place, m.Status)).ToListAsync(cancel),
            await Plans.ToListAsync(cancel),
            await ConversationsAsync(cancel));
    }

    private IQueryable<AgreedAction> Actions => record.Actions.AsNoTracking().Where(a => a.PupilId == pupil && a.Visibility == Visibility.Family);

    private IQueryable<LogEntry> Entries => record.Entries.AsNoTracking().Where(e => e.PupilId == pupil && e.Visibility == Visibility.Family);

    /// <summary>Those that this carer is asked to. One that was held is seen with its entry, which a correction may have narrowed since.</summary>
    private IQueryable<Meeting> Meetings
    {
        get
        {
            var (asked, entries) = (record.PartsOfMeetings<Attendee>(), Entries);
            return record.Meetings.AsNoTracking().Where(m =>
                m.PupilId == pupil && m.Visibility == Visibility.Family
                && (m.EntryId == null || entries.Any(e => (Id<LogEntry>?)e.Id == m.EntryId))
                && asked.Any(a => a.MeetingId == m.Id && a.PersonId == carer && !a.IsWithdrawn));
        }
    }

    private IQueryable<PlanShared> Plans =>
        from p in record.Plans.AsNoTracking()
        where p.PupilId == pupil
        join v in record.PlanVersions on new { PlanId = p.Id, Number = p.Current } equals new { v.PlanId, v.Number }
        orderby p.Kind
        select new PlanShared(p.Id, p.Kind, v.Number, v.PublishedAt, p.ReviewOn);

    /// <summary>Another carer is not named: where and with whom the other parent is, is not this page's to say.</summary>
    private IQueryable<Agreement> Agreements(IOrderedQueryable<AgreedAction> ordered) =>
        from a in ordered.Take(MostAgreements)
        join o in record.Names on a.OwnerId equals o.Id
        select new Agreement(
            a.Id, a.What,
            o.Id == carer ? OwnerShared.You : o.Kind == PersonKind.Carer ? OwnerShared.SomebodyInTheFamily : OwnerShared.School,
            o.Kind == PersonKind.Carer ? null : ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim(),
            a.DueOn, a.Status, a.DoneOn, a.WhatChanged);

    private async Task<ILookup<Id<AgreedAction>, Shift>> ShiftsAsync(CancellationToken cancel)
    {
        var (actions, kinds) = (Actions, ActionChange.Shifts);
        var rows = await record.ActionChanges.AsNoTracking()
            .Where(c => c.PupilId == pupil && kinds.Contains(c.Kind) && actions.Any(a => a.Id == c.ActionId))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Take(MostShifts)
            .Select(c => new { c.ActionId, Shift = new Shift(c.Kind, c.FromDay, c.ToDay, c.Reason) })
            .ToListAsync(cancel);
        return rows.ToLookup(r => r.ActionId, r => r.Shift);
    }

    private async Task<IReadOnlyList<ConversationShared>> ConversationsAsync(CancellationToken cancel)
    {
        var talks = await Entries.OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.LoggedAt).Take(MostConversations)
            .Select(e => new ConversationShared(e.Id, e.HappenedOn, e.Channel, e.Issue, e.Said, e.Note, e.Version)).ToListAsync(cancel);
        var were = await record.EntryVersions.AsNoTracking()
            .Where(v => v.PupilId == pupil && v.Visibility == Visibility.Family)
            .OrderByDescending(v => v.ReplacedAt).ThenByDescending(v => v.Number)
            .Take(MostCorrections)
            .Select(v => new { v.EntryId, Correction = new Correction(v.Number, v.Issue, v.Said, v.Note, v.ReplacedAt, v.Reason) })
            .ToListAsync(cancel);
        var corrections = were.ToLookup(v => v.EntryId, v => v.Correction);
        return [.. talks.Select(t => t with { Corrections = [.. SharedSince(t.Version, corrections[t.Id])] })];
    }

    /// <summary>
    /// Back to where it was last kept from the family, and no further: that it once was, and the reason for which it no longer is, would tell them so.
    /// </summary>
    private static IEnumerable<Correction> SharedSince(int version, IEnumerable<Correction> latestFirst) =>
        latestFirst.OrderByDescending(c => c.Number).TakeWhile((c, i) => c.Number == version - 1 - i);
}
