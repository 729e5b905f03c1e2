using Kept.Domain;
using Kept.Domain.Log;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Entries;

/// <summary>Saves a correction with what must follow it: when fewer people may see the entry, its actions and enquiry go with it.</summary>
internal sealed class Correction(VisibleRecord record)
{
    public async Task<Refusal?> SaveAsync(LogEntry entry, EntryContent lines, string? reason, SchoolDay day, CancellationToken cancel)
    {
        if (!entry.Correct(lines, reason, record.Viewer.PersonId, day.Now).Allowed(out var was, out var refused))
        {
            return refused;
        }

        if (was.Visibility != entry.Visibility && await ShowToAsync(entry, cancel) is { } cannot)
        {
            return cannot;
        }

        record.Add(was);
        return await record.SaveAsync(new EntryCorrected(entry.PupilId, entry.Id, was.Reason), cancel);
    }

    private async Task<Refusal?> ShowToAsync(LogEntry entry, CancellationToken cancel)
    {
        var owners = await record.OwnersAsync(entry.PupilId, cancel);
        await foreach (var action in record.Actions.Where(a => a.EntryId == entry.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var owner = owners.FirstOrDefault(o => o.Owner.PersonId == action.OwnerId)?.Owner;
            if (action.ShowTo(entry.Visibility, owner) is { } refused)
            {
                return refused;
            }
        }

        await foreach (var enquiry in record.Enquiries.Where(q => q.EntryId == entry.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            enquiry.SeenAs(entry.Visibility);
        }

        return null;
    }
}
