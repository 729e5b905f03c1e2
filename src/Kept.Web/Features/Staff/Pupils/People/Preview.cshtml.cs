using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A child’s record from one carer’s side, so that staff know before anybody is told.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class PreviewModel(VisibleRecord record, SchoolDay day, Reads reads) : KnownCarerPageModel(record)
{
    /// <summary>Null where this carer may be told nothing.</summary>
    public WhatWeAgreedView? Shown { get; private set; }

    /// <summary>Their messages with the school, where the viewer sees messages.</summary>
    public IReadOnlyList<ThreadRow> Threads { get; private set; } = [];

    public bool MayTranslate => Viewer.Sight.MayLog;

    public Language Language => Languages.Of(Tie.Language);

    /// <summary>"them" shows the page in the carer’s language.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    /// <summary>Null where Kept has no words in the carer’s language.</summary>
    public Wording? TheirWords => Wording.Of(Tie.Language);

    public Wording Words => (As is "them" ? TheirWords ?? Wording.InEnglish : Wording.InEnglish).As(Tie.Formats);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        var side = new SharedWith(Record, CarerId, PupilId);
        if (await side.WhatWeAgreedAsync(cancel) is { } shared)
        {
            Threads = await side.Threads.AllAsync(cancel) ?? [];
            Shown = new WhatWeAgreedView(shared, day.School.Name, day.Today, Words, enquiry => enquiry.AnswerBy(day.Calendar, day.School))
            {
                IsEasy = Tie.EasyRead,
                Into = As is "them" || TheirWords is null ? await side.TranslationsAsync(shared, Tie.Language, cancel) : Translated.Nothing
            };
        }

        reads.Opened(Viewer, PupilId, "preview", day.Now);
        return Page();
    }
}
