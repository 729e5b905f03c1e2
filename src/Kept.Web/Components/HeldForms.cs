using System.Text.Json;
using Kept.Domain;
using Kept.Store;
using Kept.Store.Views;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>What the viewer has typed and not kept, held on the server as their own draft, so that a closed lid loses nothing.</summary>
internal static class HeldForms
{
    /// <summary>False when it is too long to hold.</summary>
    /// <param name="record">The viewer's door.</param>
    /// <param name="name">Which form: one draft is held under each name.</param>
    /// <param name="form">As typed.</param>
    /// <param name="now">When.</param>
    /// <param name="makeRoom">Asked before a further draft is begun.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<bool> HoldAsync<T>(
        this VisibleRecord record, string name, T form, Instant now, Func<CancellationToken, Task>? makeRoom = null, CancellationToken cancel = default)
    {
        var content = JsonSerializer.Serialize(form);
        if (content.Length > Draft.ContentMaxLength)
        {
            return false;
        }

        if (await record.Drafts.FirstOrDefaultAsync(d => d.Form == name, cancel) is { } draft)
        {
            draft.Content = content;
            draft.SavedAt = now;
        }
        else
        {
            await (makeRoom?.Invoke(cancel) ?? Task.CompletedTask);
            record.Add(new Draft
            {
                Id = Id<Draft>.New(),
                SchoolId = record.Viewer.SchoolId,
                PersonId = record.Viewer.PersonId,
                Form = name,
                Content = content,
                SavedAt = now
            });
        }

        // Saved or kept elsewhere in this very moment: the next change is saved again.
        await record.SaveOwnThingsAsync(cancel);
        return true;
    }
}
