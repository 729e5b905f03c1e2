using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Telling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>Tells many families something: first how many that is, then the word.</summary>
[Authorize(Policy = Policies.ChangeTies)]
public sealed class WriteModel(TellingRegister register, VisibleRecord record, StaffViewer viewer, SchoolDay day, IPostRoom postRoom) : PageModel
{
    /// <summary>Chosen by the form, so that sending it twice tells once.</summary>
    [BindProperty]
    public Id<News> NewsId { get; set; }

    [BindProperty]
    public NewsForm Form { get; set; } = new();

    /// <summary>How many carers that would be; null until it is looked at.</summary>
    public int? Carers { get; private set; }

    public static IEnumerable<SelectListItem> Years => YearGroups.All.Select(y => new SelectListItem(YearGroups.InWords(y), y));

    public void OnGet() => NewsId = Id<News>.New();

    /// <summary>Who would get it, before anybody does.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancel)
    {
        if (Read().Refused(out var refusal))
        {
            return this.PageWith(refusal);
        }

        Carers = await register.CarersAsync(Text.Tidy(Form.YearGroup), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Read().Allowed(out var news, out var refusal))
        {
            return this.PageWith(refusal);
        }

        if (await register.TellAsync(news, record, cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        postRoom.Nudge();
        return Redirect($"/telling/news/{news.Id}");
    }

    private Result<News> Read() => News.Write(NewsId, viewer.SchoolId, Form.Title, Form.Words, Form.YearGroup, viewer.PersonId, day.Now);
}

public sealed class NewsForm
{
    [Display(Name = "Title", Description = "In plain words: it is read by people who read little English")]
    public string? Title { get; set; }

    [Display(Name = "What families are to know", Description = "Nothing about any child: everybody reads it")]
    public string? Words { get; set; }

    [Display(Name = "Only the families of", Description = "Leave empty for every family")]
    public string? YearGroup { get; set; }
}
