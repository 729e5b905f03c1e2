using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Store.Export;
using Kept.Web.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Kept.Web.Exports;

/// <summary>Sends lines as a file while they are read, and writes down whose records went out.</summary>
internal sealed class ExportResult(IAsyncEnumerable<LogLine> lines, ExportFormat format, string what, LocalDate today) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(format.FileName(what, today));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = format.ContentType;

        // A zip is closed by writing at once; no more than a buffer's worth.
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        await format.WriteAsync(WrittenDown(http), http.Response.Body, http.RequestAborted);
    }

    private async IAsyncEnumerable<LogLine> WrittenDown(HttpContext http)
    {
        var reads = http.RequestServices.GetRequiredService<Reads>();
        var viewer = http.RequestServices.GetRequiredService<StaffViewer>();
        var at = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        HashSet<Id<Pupil>> pupils = [];
        await foreach (var line in lines.WithCancellation(http.RequestAborted))
        {
            if (pupils.Add(line.Pupil.Id))
            {
                reads.Opened(viewer, line.Pupil.Id, "export", at);
            }

            yield return line;
        }
    }
}
