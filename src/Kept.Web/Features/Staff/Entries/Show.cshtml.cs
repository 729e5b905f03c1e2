using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Log;
using Kept.Store.Plans;
using Kept.Store.Telling;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Entries;

/// <summary>One entry, whole: its words, what was agreed, what was corrected and what the reviews found.</summary>
[Authorize(Policies.SeeRecord)]
public sealed class ShowModel(VisibleRecord record, StaffViewer viewer, SchoolDay day, Reads reads, TellingRegister telling) : PageModel
{
    private const int MostActions = 50;
    private const int MostPlanChanges = 20;

    [BindProperty(SupportsGet = true)]
    public Id<LogEntry> EntryId { get; set; }

    public StoryItem Item { get; private set; } = null!;

    public string PupilName { get; private set; } = "";

    /// <summary>Versions of a plan that this entry led to, or an action agreed in it.</summary>
    public IReadOnlyList<PlanVersionLine> PlanChanges { get; private set; } = [];

    /// <summary>How each carer was told of it.</summary>
    public IReadOnlyList<ToldLine> Told { get; private set; } = [];

    public LocalDate Today => day.Today;

    /// <summary>The thread of the message that this entry was made of, where the viewer sees it.</summary>
    public Id<MessageThread>? FromThread { get; private set; }

    /// <summary>What a carer wrote here on their own page in another language. Null where nobody did.</summary>
    public TheirWords? InEnglish { get; private set; }

    public bool MayLog => viewer.Sight.MayLog;

    /// <summary>A first version has nothing to be compared with.</summary>
    public static string Comparison(PlanVersionLine change) => change.Number == 1
        ? $"/pupils/{change.PupilId}/plan/{change.PlanId}/versions/1"
        : $"/pupils/{change.PupilId}/plan/{change.PlanId}/compare?from={change.Number - 1}&to={change.Number}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var entry = await record.StoryOf(record.Entries.Where(e => e.Id == EntryId)).FirstOrDefaultAsync(cancel);
        if (entry is null)
        {
            return NotFound();
        }

        var actions = await record.Rows(record.Actions.Where(a => a.EntryId == EntryId).OrderBy(a => a.DueOn).Take(MostActions)).ToListAsync(cancel);
        PupilName = await record.Pupils.Where(p => p.Id == entry.PupilId).Select(p => (p.PreferredName ?? p.GivenName) + " " + p.FamilyName).FirstAsync(cancel);
        PlanChanges = await PlanChangesAsync([EntryId.Value, .. actions.Select(a => a.Id.Value)], cancel);
        Told = entry.Visibility is Visibility.Family ? await telling.OfAsync(EntryId.Value, cancel) : [];
        FromThread = await record.MessageEntries.Where(e => e.EntryId == EntryId).Join(record.Messages, e => e.MessageId, m => m.Id, (e, m) => (Id<MessageThread>?)m.ThreadId).FirstOrDefaultAsync(cancel);
        InEnglish = await InEnglishAsync(cancel);
        Item = new StoryItem(entry, actions, day.Today, Whole: true);
        reads.Opened(viewer, entry.PupilId, "entry", day.Now);
        return Page();
    }

    private async Task<TheirWords?> InEnglishAsync(CancellationToken cancel)
    {
        var concern = await record.Concerns.AsNoTracking().FirstOrDefaultAsync(c => c.EntryId == EntryId, cancel);
        return concern is not null && Texts.Of(concern) is { } text ? TheirWords.Of(text, await record.TranslationsOfAsync([text], WrittenText.English, cancel)) : null;
    }

    /// <summary>The written record of a meeting bears the meeting's own id: what the meeting changed, it changed.</summary>
    private Task<IReadOnlyList<PlanVersionLine>> PlanChangesAsync(List<Guid> causes, CancellationToken cancel) => record.LinesAsync(
        record.PlanVersions
            .Where(v => v.CauseKind != CauseKind.Review && causes.Contains(v.CauseId!.Value))
            .OrderBy(v => v.PublishedAt).Take(MostPlanChanges),
        cancel);
}
