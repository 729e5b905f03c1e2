using Microsoft.AspNetCore.Mvc.Filters;

namespace Kept.Web.Access;

/// <summary>
/// What cannot be read in an address ("?page=abc") is left out, as if it had not been asked: nobody typed it into a form, so there is
/// no field for an error to stand beside.
/// </summary>
internal sealed class ReadableAddress : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            context.ModelState.Clear();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
