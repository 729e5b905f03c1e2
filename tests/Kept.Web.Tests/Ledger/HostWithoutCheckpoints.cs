using Kept.Web.Hosting;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;

namespace Kept.Web.Tests.Ledger;

/// <summary>Makes no checkpoint by itself: the test says when.</summary>
internal sealed class HostWithoutCheckpoints(Template template) : KeptHost(template)
{
    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.RemoveWorker<DailyCheckpoint>();
    }
}
