using Kept.Web.Documents.Reading;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;

namespace Kept.Web.Tests.Documents;

/// <summary>Reads no document by itself: its reader looks once at the start, and would take what a test means to take.</summary>
public sealed class HostWithoutReader(Template template) : KeptHost(template)
{
    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.RemoveWorker<TextWorker>();
    }
}
