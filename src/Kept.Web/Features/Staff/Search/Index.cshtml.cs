using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Domain.Search;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Search;
using Kept.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Search;

/// <summary>One box over pupils, actions, entries, what families say of plans and the insides of documents: what this person may see of them, and no sign of the rest.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class IndexModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private const int Few = 10;
    private const int Many = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    /// <summary>"entries" for the long list of entries.</summary>
    [BindProperty(SupportsGet = true, Name = "more")]
    public string? More { get; set; }

    public SearchWords? Words { get; private set; }

    public LocalDate Today => day.Today;

    public IReadOnlyList<FoundPupil> Pupils { get; private set; } = [];

    public IReadOnlyList<ActionRow> Actions { get; private set; } = [];

    public IReadOnlyList<FoundWords> Entries { get; private set; } = [];

    public IReadOnlyList<FoundWords> Documents { get; private set; } = [];

    public IReadOnlyList<FoundWords> Views { get; private set; } = [];

    public bool HasMoreActions { get; private set; }

    public bool HasMoreDocuments { get; private set; }

    public bool HasMoreEntries { get; private set; }

    public bool HasMoreViews { get; private set; }

    /// <summary>Where a view is answered; who answers none reads the plan beside which it stands.</summary>
    public string PlaceOf(FoundWords view) =>
        record.Viewer is StaffViewer { Sight.MayLog: true } ? $"/pupils/{view.PupilId}/plan/views/{view.Id}" : $"/pupils/{view.PupilId}/plan";

    public bool ShowsEntriesOnly => More is "entries";

    public bool FoundNothing => Pupils.Count + Actions.Count + Entries.Count + Documents.Count + Views.Count is 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // A whole UPN leaves the address at once.
        if (Upn.Read(Typed).Allowed(out var upn, out _) && await record.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == upn, cancel) is { } pupil)
        {
            return Redirect($"/pupils/{pupil.Id}");
        }

        Words = SearchWords.Read(Typed);
        if (Words is not null)
        {
            await FindAsync(Words, cancel);
        }

        return Page();
    }

    private async Task FindAsync(SearchWords words, CancellationToken cancel)
    {
        if (ShowsEntriesOnly)
        {
            (Entries, HasMoreEntries) = Cut(await EntriesAsync(words, Many + 1, cancel), Many);
            return;
        }

        Pupils = await record.FindPupilsAsync(words, Few, cancel);
        (Actions, HasMoreActions) = Cut(await ActionsAsync(words, cancel), Few);
        var found = await record.FindWordsAsync(words, Few + 1, cancel);
        (Entries, HasMoreEntries) = Cut([.. found[FoundIn.Entry]], Few);
        (Documents, HasMoreDocuments) = Cut([.. found[FoundIn.Document]], Few);
        (Views, HasMoreViews) = Cut([.. found[FoundIn.PlanView]], Few);
    }

    private async Task<List<ActionRow>> ActionsAsync(SearchWords words, CancellationToken cancel)
    {
        var newest =
            (from hit in record.Search.Actions(words, Bound(Few + 1))
             join a in record.Actions on hit.Id equals a.Id
             orderby hit.Place descending
             select a).Take(Few + 1);
        var rows = await record.Rows(newest).ToListAsync(cancel);
        return [.. rows.OrderByDescending(a => a.AgreedOn).ThenByDescending(a => a.Id)];
    }

    private async Task<IReadOnlyList<FoundWords>> EntriesAsync(SearchWords words, int most, CancellationToken cancel) =>
        await record.FoundEntries(words, Bound(most)).Take(most).ToListAsync(cancel);

    /// <summary>Only for whoever sees every pupil, and with room to spare: for anybody else the hits that they may see could be among the last.</summary>
    private int? Bound(int most) => record.Viewer is StaffViewer { Sight.AllPupils: true } ? 2 * most : null;

    private static (IReadOnlyList<T> Shown, bool HasMore) Cut<T>(IReadOnlyList<T> found, int most) =>
        (found.Count > most ? [.. found.Take(most)] : found, found.Count > most);
}
