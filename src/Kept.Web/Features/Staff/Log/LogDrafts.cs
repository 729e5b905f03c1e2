using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Views;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>What somebody typed and has not kept yet.</summary>
public sealed record LogDraft(LogForm Form, Instant SavedAt);

/// <summary>The viewer's own drafts, one for each form that they began: two tabs do not overwrite one another.</summary>
internal sealed class LogDrafts(VisibleRecord record, SchoolDay day)
{
    /// <summary>Nobody has more conversations than these on the go; the oldest makes room.</summary>
    private const int Most = 20;

    private const string Prefix = "log:";
    private static readonly Duration JustNow = Duration.FromMinutes(15);

    /// <summary>False when it is too long to hold.</summary>
    public Task<bool> SaveAsync(LogForm form, CancellationToken cancel) => record.HoldAsync(NameOf(form.Key), form, day.Now, MakeRoomAsync, cancel);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<LogDraft>> AllAsync(CancellationToken cancel)
    {
        var drafts = await record.Drafts.AsNoTracking()
            .Where(d => d.Form.StartsWith(Prefix))
            .OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. drafts.Select(Read).OfType<LogDraft>()];
    }

    public Task ForgetAsync(Guid key, CancellationToken cancel)
    {
        var name = NameOf(key);
        return record.ForgetDraftsAsync(d => d.Form == name, cancel);
    }

    private LogDraft? Read(Draft draft)
    {
        try
        {
            return JsonSerializer.Deserialize<LogForm>(draft.Content) is { } form ? new LogDraft(AsOf(draft.SavedAt, form), draft.SavedAt) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>"Just now" and "today" were said of the moment when it was typed, and not of when it is found again.</summary>
    private LogForm AsOf(Instant saved, LogForm form)
    {
        var then = saved.InZone(School.Zone).Date;
        if (then == day.Today)
        {
            form.When = form.When is "now" && day.Now - saved > JustNow ? "today" : form.When;
            return form;
        }

        LocalDate? said = form.When switch
        {
            "now" or "today" => then,
            "yesterday" => then.PlusDays(-1),
            _ => null
        };
        if (said is { } on)
        {
            (form.When, form.Day) = ("other", on.InWords());
        }

        return form;
    }

    private async Task MakeRoomAsync(CancellationToken cancel)
    {
        var oldest = await record.Drafts.Where(d => d.Form.StartsWith(Prefix))
            .OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id)
            .Skip(Most - 1)
            .Select(d => d.Id)
            .ToListAsync(cancel);
        if (oldest.Count > 0)
        {
            await record.ForgetDraftsAsync(d => oldest.Contains(d.Id), cancel);
        }
    }

    private static string NameOf(Guid key) => $"{Prefix}{key:N}";
}
