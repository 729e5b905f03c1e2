using System.Linq.Expressions;
using Kept.Domain.Families;
using Kept.Store.Plans;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Kept.Store.Views;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store;

/// <summary>What is a person's own and no part of the record: drafts, saved views, a calendar's address.</summary>
public sealed partial class VisibleRecord
{
    /// <summary>The viewer's own; nobody else's.</summary>
    public IQueryable<SavedView> SavedViews => db.SavedViews.Where(v => v.PersonId == viewer.PersonId);

    /// <summary>The viewer's own; nobody else's.</summary>
    public IQueryable<Draft> Drafts => db.Drafts.Where(d => d.PersonId == viewer.PersonId);

    /// <summary>The viewer's own; nobody else's.</summary>
    public IQueryable<SayDraft> SayDrafts => db.SayDrafts.Where(d => d.CarerId == viewer.PersonId);

    /// <summary>The viewer's own; nobody else's.</summary>
    public IQueryable<SayDraftRecording> SayDraftRecordings => db.Set<SayDraftRecording>().Where(d => d.CarerId == viewer.PersonId);

    /// <summary>For what is a person's own and no part of the record: drafts and saved views.</summary>
    public void Forget(SavedView view) => db.Remove(view);

    /// <summary>Sent, so that it is in the record now.</summary>
    public void Forget(SayDraft draft) => db.Remove(draft);

    /// <summary>Sent, or left out; what lies on the disk of it is named by no row then.</summary>
    public void Forget(SayDraftRecording recording) => db.Remove(recording);

    /// <summary>A plan's draft is no part of the record: it goes when it is published or thrown away.</summary>
    public void Forget(PlanDraft draft) => db.Remove(draft);

    /// <summary>Lets go of the drafts that fit, at once; that another tab did so first is no matter.</summary>
    public Task ForgetDraftsAsync(Expression<Func<Draft, bool>> which, CancellationToken cancel = default) =>
        Drafts.Where(which).ExecuteDeleteAsync(cancel);

    /// <summary>
    /// Saves drafts and saved views, which are no part of the record. Refuses to save anything that is. False when the same thing
    /// was saved or let go of elsewhere in that very moment.
    /// </summary>
    public async Task<bool> SaveOwnThingsAsync(CancellationToken cancel = default)
    {
        try
        {
            await new LedgerWriter(db, viewer, clock).SaveAsync([], cancel);
            return true;
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.IsOfADuplicate())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
