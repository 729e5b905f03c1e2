using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Puts notices of one carer into what goes out.</summary>
internal static class Parcels
{
    /// <summary>
    /// By email or text all in one. By hand each child apart, and apart what only some staff may know of, so that whoever says “I have told them” has seen all that it stands for.
    /// </summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="person">The carer.</param>
    /// <param name="way">How they are told.</param>
    /// <param name="language">BCP 47 tag of what they read.</param>
    /// <param name="notices">As they were read.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>False where one of the notices has gone out, or was opened, meanwhile.</returns>
    public static async Task<bool> PutAsync(
        this KeptDb db, Person person, WayToTell way, string language, IReadOnlyList<Notice> notices, Instant now, CancellationToken cancel)
    {
        foreach (var together in notices.GroupBy(n => way.IsByHand() ? (n.PupilId, n.Visibility, n.DispatchId) : (null, default, n.DispatchId)))
        {
            var waits = way.IsByHand() ? await WaitingAsync(db, person, way, together.First(), cancel) : null;
            if (waits is null)
            {
                var dispatch = Dispatch.To(person, way, language, now);
                db.Add(dispatch);
                await db.SaveChangesAsync(cancel);
                waits = dispatch.Id;
            }

            var (ids, before) = (together.Select(n => n.Id).ToList(), together.Key.DispatchId);
            var fresh = db.Notices.Where(n => ids.Contains(n.Id) && n.DispatchId == before && n.OpenedAt == null && n.WithheldAt == null);
            if (await fresh.ExecuteUpdateAsync(set => set.SetProperty(n => n.TellAt, (Instant?)null).SetProperty(n => n.DispatchId, waits), cancel) != ids.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// One telephone call: what staff have not done yet takes in what has come since. Whoever has the list open is told that it has grown. A letter that is printed
    /// already takes in nothing.
    /// </summary>
    private static async Task<Id<Dispatch>?> WaitingAsync(KeptDb db, Person person, WayToTell way, Notice like, CancellationToken cancel)
    {
        var (child, visibility) = (like.PupilId, like.Visibility);
        var waiting = db.Dispatches.Where(d => d.CarerId == person.Id && d.State == DispatchState.ByHand && d.Way == way && d.RunId == null);
        var found = await waiting
            .Where(d => db.Notices.Any(n => n.DispatchId == d.Id && n.PupilId == child && n.Visibility == visibility))
            .OrderBy(d => d.MadeAt).Select(d => (Id<Dispatch>?)d.Id).FirstOrDefaultAsync(cancel);
        return found is { } id && await waiting.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, d => d.Tries + 1).SetProperty(d => d.Problem, (string?)null), cancel) == 1 ? id : null;
    }
}
