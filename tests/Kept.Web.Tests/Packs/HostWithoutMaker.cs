using Kept.Web.Packs;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;

namespace Kept.Web.Tests.Packs;

/// <summary>Makes no pack by itself: its maker looks once at the start, and would take what a test means to take.</summary>
public sealed class HostWithoutMaker(Template template) : KeptHost(template)
{
    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.RemoveWorker<PackMaker>();
    }
}
