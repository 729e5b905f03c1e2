using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Store;
using Kept.Store.Views;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>Keeps what is being typed, on the server and not in the browser: the next person at the machine must not find it.</summary>
[Authorize(Policies.Log)]
public sealed class DraftModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    internal const string FormName = "log";

    [BindProperty]
    public LogForm Form { get; set; } = new();

    public IActionResult OnGet() => Redirect("/log");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var content = JsonSerializer.Serialize(Form);
        if (content.Length > Draft.ContentMaxLength)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var draft = await record.Drafts.FirstOrDefaultAsync(d => d.Form == FormName, cancel);
        if (draft is null)
        {
            draft = new Draft
            {
                Id = Id<Draft>.New(),
                SchoolId = viewer.SchoolId,
                PersonId = viewer.PersonId,
                Form = FormName,
                Content = content,
                SavedAt = day.Now
            };
            record.Add(draft);
        }

        draft.Content = content;
        draft.SavedAt = day.Now;
        await record.SaveOwnThingsAsync(cancel);
        return new NoContentResult();
    }

    internal static LogForm? Read(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<LogForm>(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static string Since(Instant saved, SchoolDay day)
    {
        var local = saved.InZone(Domain.Schools.School.Zone);
        return local.Date == day.Today ? Days.Time(local.TimeOfDay) : Days.Plain(local.Date, day.Today);
    }
}
