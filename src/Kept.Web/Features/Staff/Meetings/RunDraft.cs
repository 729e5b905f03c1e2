using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>
/// What the viewer has typed on the screen of a meeting and not kept: their own draft on the server, so that a closed lid loses
/// nothing and every pause in typing is no link of the ledger.
/// </summary>
internal sealed class RunDraft(VisibleRecord record, Id<Meeting> meeting, SchoolDay day)
{
    private readonly string name = $"meeting:{meeting.Value:N}";

    /// <summary>False when it is too long to hold.</summary>
    public async Task<bool> SaveAsync(RunTyped typed, CancellationToken cancel)
    {
        if (typed.IsEmpty)
        {
            await ForgetAsync(cancel);
            return true;
        }

        return await record.HoldAsync(name, typed, day.Now, cancel: cancel);
    }

    public async Task<RunTyped> FindAsync(CancellationToken cancel)
    {
        var draft = await record.Drafts.AsNoTracking().Where(d => d.Form == name).Select(d => d.Content).FirstOrDefaultAsync(cancel);
        try
        {
            return draft is null ? new() : JsonSerializer.Deserialize<RunTyped>(draft) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public Task ForgetAsync(CancellationToken cancel) => record.ForgetDraftsAsync(d => d.Form == name, cancel);
}
