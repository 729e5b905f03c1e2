using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Families;
using Kept.Store.Telling;
using Kept.Web.Access;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Family;

/// <summary>A page about one child, for a carer. A child whom the carer may not be told of is not there.</summary>
public abstract class ChildPageModel(FamilyVisit visit, FamilyLanguage language) : PageModel
{
    public Wording Words => language.Words;

    public bool HasOtherChildren => visit.Places.Sum(p => p.Children.Count) > 1;

    public School School => visit.Place.School;

    public Id<Pupil> ChildId => visit.Child.Id;

    /// <summary>
    /// What this carer reads and writes in: the language of the page, or the one that the school knows of where the page is English for want of theirs.
    /// </summary>
    protected string Tongue =>
        Wording.Of(visit.Child.Language) is var theirs && (theirs is null ? Words.IsEnglish : theirs.Tag == Words.Tag) ? visit.Child.Language : Words.Tag;

    protected FamilyVisit Visit => visit;

    /// <summary>Asked for when the child is known to be theirs.</summary>
    protected ToldOf Told => HttpContext.RequestServices.GetRequiredService<ToldOf>();

    protected SharedWith Shared => HttpContext.RequestServices.GetRequiredService<SharedWith>();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!visit.IsAtAChild)
        {
            context.Result = NotFound();
        }
    }
}
