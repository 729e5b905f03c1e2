using Kept.Web.Documents;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>Refuses a request that is larger than a file may be, before any of it is read, with the page that says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FileLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const long FormBytes = 1024 * 1024;

    /// <summary>Before the form's token is looked for, which would read the form.</summary>
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var most = http.RequestServices.GetRequiredService<DocumentSettings>().MostBytes + FormBytes;
        if (http.Request.ContentLength > most)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        // The framework's own bound for a part of a form may be lower than what the school takes.
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
    }
}
