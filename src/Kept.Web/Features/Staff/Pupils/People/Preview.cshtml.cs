using Kept.Store;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Features.Families;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A child’s record from one carer’s side, so that staff know before anybody is told.</summary>
[Authorize(Policy = Policies.SeeRecord)]
public sealed class PreviewModel(VisibleRecord record, SchoolDay day, Reads reads) : CarersSidePageModel(record)
{
    /// <summary>Null where this carer may be told nothing.</summary>
    public WhatWeAgreedView? Shown { get; private set; }

    /// <summary>Their messages with the school, where the viewer sees messages.</summary>
    public IReadOnlyList<ThreadRow> Threads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        var side = Side;
        if (await side.WhatWeAgreedAsync(cancel) is { } shared)
        {
            Threads = await side.Threads.AllAsync(cancel) ?? [];
            Shown = new WhatWeAgreedView(shared, day.School.Name, day.Today, Words, enquiry => enquiry.AnswerBy(day.Calendar, day.School))
            {
                IsEasy = Tie.EasyRead,
                PlanPage = PlanPage,
                Into = IsTranslated ? await side.TranslationsAsync(shared, Tie.Language, cancel) : Translated.Nothing
            };
        }

        reads.Opened(Viewer, PupilId, "preview", day.Now);
        return Page();
    }
}
