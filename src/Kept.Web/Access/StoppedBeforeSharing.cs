using Kept.Store;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kept.Web.Access;

/// <summary>
/// Who was stopped before sharing may say why they share it all the same: on any page, because the check is made where things are saved. The layout shows
/// what was sent and asks for the reason.
/// </summary>
internal sealed class StoppedBeforeSharing : IPageFilter
{
    /// <summary>The field with the reason.</summary>
    public const string Because = nameof(VisibleRecord.SharedBecause);

    /// <summary>In the items of a request that was stopped.</summary>
    public const string Stopped = "Kept.StoppedBeforeSharing";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing is decided yet.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // The form has been read by now, by whoever checked its token; nothing is read here that has not been.
        var given = context.HttpContext.RequestServices;
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is { } form && form.TryGetValue(Because, out var why) && given.GetRequiredService<CurrentVisit>().IsSignedIn)
        {
            given.GetRequiredService<VisibleRecord>().SharedBecause = why.ToString();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var given = context.HttpContext.RequestServices;
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is not null && given.GetRequiredService<CurrentVisit>().IsSignedIn && given.GetRequiredService<VisibleRecord>().WasStopped)
        {
            context.HttpContext.Items[Stopped] = true;
        }
    }
}
