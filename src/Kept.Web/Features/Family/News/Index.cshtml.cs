using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.News;

/// <summary>What the school tells many families at once, to one of whom this carer belongs.</summary>
public sealed class IndexModel(FamilyVisit visit, FamilyLanguage language) : ChildPageModel(visit, language)
{
    public IReadOnlyList<NewsShared> News { get; private set; } = [];

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public string On(NewsShared news) => Words.Plain(news.At.InZone(Domain.Schools.School.Zone).Date, Visit.Day.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        News = await Told.NewsAsync(cancel);
        await Told.OpenedAsync([.. (await Told.UnopenedAsync(Visit.Child.Id, cancel)).Where(n => n.Of is NoticeOf.News)], cancel);
        return Page();
    }
}
