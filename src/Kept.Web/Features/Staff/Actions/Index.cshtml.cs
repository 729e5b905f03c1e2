using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Views;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Actions;

/// <summary>The action log: every row that the viewer may see, filtered, with the act where it stands.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, StaffViewer viewer, SchoolDay day) : PageModel
{
    private const int PageSize = 50;
    private const int MostPages = 200;
    private const int MostCounted = 2000;
    private const int MostViews = 30;

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public ViewForm Form { get; set; } = new();

    public ActionFilter Filter { get; private set; } = new();

    public IReadOnlyList<ActionRow> Rows { get; private set; } = [];

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public string? PupilName { get; private set; }

    /// <summary>How many fit, up to <see cref="MostCounted"/>; beyond that the exact number helps nobody and costs.</summary>
    public int Count { get; private set; }

    public bool CountIsAFloor => Count >= MostCounted;

    public int Pages => Math.Min(MostPages, (Count + PageSize - 1) / PageSize);

    public SchoolDay Day => day;

    public string Query => ActionQuery.Of(Request.Query);

    public string Says => CountIsAFloor ? $"More than {MostCounted:N0} actions" : Count == 1 ? "1 action" : $"{Count:N0} actions";

    public bool MayExport => viewer.Sight.MayExport;

    public bool IsFiltered => Query.Length > 0;

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (Text.Tidy(Form.Name) is not { } name || name.Length > SavedView.NameMaxLength)
        {
            return await AgainAsync(WhatIsWrongWith(Form.Name), cancel);
        }

        var query = Query;
        if (query.Length > SavedView.QueryMaxLength)
        {
            return await AgainAsync("These filters are too long to keep. Shorten the words", cancel);
        }

        var view = await record.SavedViews.FirstOrDefaultAsync(v => v.Name == name, cancel);
        if (view is null)
        {
            if (await record.SavedViews.CountAsync(cancel) >= MostViews)
            {
                return await AgainAsync($"You have {MostViews} views. Remove one first", cancel);
            }

            record.Add(new SavedView { Id = Id<SavedView>.New(), SchoolId = viewer.SchoolId, PersonId = viewer.PersonId, Name = name, Query = query });
        }
        else
        {
            view.Query = query;
        }

        await record.SaveOwnThingsAsync(cancel);
        TempData.Say($"The view “{name}” is saved.");
        return Redirect($"/actions?{query}");
    }

    public async Task<IActionResult> OnPostForgetAsync(Id<SavedView> view, CancellationToken cancel)
    {
        if (await record.SavedViews.FirstOrDefaultAsync(v => v.Id == view, cancel) is { } saved)
        {
            record.Forget(saved);
            await record.SaveOwnThingsAsync(cancel);
            TempData.Say($"The view “{saved.Name}” is gone. The actions in it are not.");
        }

        return Redirect("/actions");
    }

    public ActionRowView View(ActionRow row) => new(row, day.Today, viewer.PersonId, Request.Path + Request.QueryString);

    private async Task<IActionResult> AgainAsync(string sentence, CancellationToken cancel)
    {
        ModelState.AddModelError("Form.Name", sentence);
        await LoadAsync(cancel);
        return this.PageWithErrors();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Filter = ActionFilter.Read(name => Request.Query[name]);
        var actions = Filter.Of(record, day.Today);
        Count = await actions.Select(a => a.Id).Take(MostCounted).CountAsync(cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Rows = await record.Rows(actions.OrderBy(a => a.DueOn).ThenBy(a => a.Id).Skip((Number - 1) * PageSize).Take(PageSize)).ToListAsync(cancel);
        Rows = [.. Rows.OrderBy(r => r.DueOn).ThenBy(r => r.Id)];
        Views = await record.SavedViews.AsNoTracking().OrderBy(v => v.Name).Take(MostViews).ToListAsync(cancel);
        Owners = [.. (await record.OwnersAsync(Filter.Pupil, cancel)).Select(o => new SelectListItem(o.Owner.Name, o.Owner.PersonId.ToString()))];
        PupilName = Filter.Pupil is { } pupil
            ? await record.Pupils.Where(p => p.Id == pupil).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstOrDefaultAsync(cancel)
            : null;
    }

    private static string WhatIsWrongWith(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? "Enter a name for this view" : $"The name must be {SavedView.NameMaxLength} characters or fewer";
}

public sealed class ViewForm
{
    [Display(Name = "Name of this view")]
    public string? Name { get; set; }
}
