using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Enquiries;

/// <summary>A family waits: acknowledge it with a day for the full answer, or answer it.</summary>
[Authorize(Policies.Log)]
public sealed class AnswerModel(VisibleRecord record, SchoolDay day) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(Enquiry.PromisedBy), nameof(AnswerForm.PromisedBy)), (nameof(Enquiry.Answer), nameof(AnswerForm.Answer))
    ];

    [BindProperty(SupportsGet = true)]
    public Id<Enquiry> EnquiryId { get; set; }

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public Enquiry Enquiry { get; private set; } = null!;

    public string Issue { get; private set; } = "";

    public string PupilName { get; private set; } = "";

    /// <summary>Where a carer wrote it on their own page, and will read the answer there.</summary>
    public RaisedBy? Raised { get; private set; }

    /// <summary>What they wrote, for who does not read their language. Null where it is in English.</summary>
    public TheirWords? InEnglish { get; private set; }

    /// <summary>Null where nobody said at what time it came.</summary>
    public LocalTime? ArrivedAt { get; private set; }

    public Id<Pupil> PupilId => Enquiry.PupilId;

    public SchoolDay Day => day;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken cancel) => ActAsync("Acknowledged, with a day for the full answer.", enquiry =>
        TypedDay.ToCome(Form.PromisedBy, day.Today, day.Calendar).Allowed(out var promise, out var unread)
            ? Told(enquiry.Acknowledge(promise, day.Today, record.Viewer.PersonId, day.Now))
            : unread.About(nameof(Enquiry.PromisedBy)), cancel);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel) =>
        ActAsync("Answered.", enquiry => Told(enquiry.Resolve(Form.Answer, record.Viewer.PersonId, day.Now)), cancel);

    private async Task<IActionResult> ActAsync(string notice, Func<Enquiry, Result<IRecordEvent>> verb, CancellationToken cancel)
    {
        if (await record.Enquiries.FirstOrDefaultAsync(q => q.Id == EnquiryId, cancel) is not { } enquiry)
        {
            return NotFound();
        }

        if (verb(enquiry).Allowed(out var happened, out var refused))
        {
            refused = await record.SaveAsync(happened, cancel);
        }

        if (refused is null)
        {
            TempData.Say(notice);
            return Redirect($"/pupils/{enquiry.PupilId}");
        }

        ModelState.Refuse(refused, Fields);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var row = await (
            from q in record.Enquiries.AsNoTracking()
            where q.Id == EnquiryId
            join e in record.Entries on q.EntryId equals e.Id
            join p in record.Pupils on q.PupilId equals p.Id
            select new { q, e.Issue, e.HappenedAt, p.PreferredName, p.GivenName, p.FamilyName })
            .FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return false;
        }

        Raised = await (
            from c in record.Concerns.AsNoTracking()
            where c.EntryId == row.q.EntryId
            join carer in record.People on c.CarerId equals carer.Id
            select new RaisedBy(carer.Name, c, c.Words, c.ActionId, c.MeetingId))
            .FirstOrDefaultAsync(cancel);
        if (Raised is not null && Texts.Of(Raised.Concern) is { } text)
        {
            InEnglish = TheirWords.Of(text, await record.TranslationsOfAsync([text], WrittenText.English, cancel));
        }

        Enquiry = row.q;
        Issue = row.Issue;
        ArrivedAt = row.HappenedAt;
        PupilName = $"{row.PreferredName ?? row.GivenName} {row.FamilyName}";
        return true;
    }

    private static Result<IRecordEvent> Told<T>(Result<T> result)
        where T : class, IRecordEvent =>
        result.Allowed(out var happened, out var refused) ? Result<IRecordEvent>.Of(happened) : refused;
}

/// <param name="Words">As the carer wrote them.</param>
/// <param name="ActionId">The promise that it is about.</param>
/// <param name="MeetingId">The meeting whose record it is about.</param>
public sealed record RaisedBy(string CarerName, Concern Concern, string? Words, Id<AgreedAction>? ActionId, Id<Meeting>? MeetingId);

public sealed class AnswerForm
{
    [Display(Name = "A full answer by", Description = "The day you promise the family. For example, next Friday")]
    public string? PromisedBy { get; set; }

    [Display(Name = "What the family was told")]
    public string? Answer { get; set; }
}
