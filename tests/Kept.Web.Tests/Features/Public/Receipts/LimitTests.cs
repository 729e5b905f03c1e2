using System.Net;
using Kept.Domain.Ledger;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.Receipts;

/// <summary>A check is work, and anybody may ask for it. A host of its own: whoever asks next from this address would wait too.</summary>
public sealed class LimitTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Whoever_asks_without_end_is_asked_to_wait()
    {
        var stranger = Host.SignedOut();
        var code = new Receipt(0, 0, 1, 0, 0).Code;
        var page = await stranger.GetAsync($"/receipt/{code}");
        for (var i = 0; i < 400 && page.Status is HttpStatusCode.OK; i++)
        {
            page = await stranger.GetAsync($"/receipt/{code}");
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many tries"), (page.Status, page.Heading));
    }
}
