using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class CalendarTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_address_is_shown_once_works_without_sign_in_and_can_be_taken_back()
    {
        var teacher = As(World.Teacher);
        var made = await teacher.SubmitAsync((await teacher.GetAsync("/account/calendar")).Form());
        var address = new Uri(Assert.Single(made.Texts("code.address"))).PathAndQuery;

        Assert.Empty((await teacher.GetAsync("/account/calendar")).Texts("code.address"));
        Assert.Equal(HttpStatusCode.OK, (await SignedOut().DownloadAsync(address)).StatusCode);

        var back = await teacher.PressAsync((await teacher.GetAsync("/account/calendar")).FormWith("Take it back"), "Take it back");

        Assert.Contains("no longer works", back.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().DownloadAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_new_address_ends_the_old()
    {
        var senco = As(World.Senco);
        var first = await senco.SubmitAsync((await senco.GetAsync("/account/calendar")).Form());
        var second = await senco.PressAsync((await senco.GetAsync("/account/calendar")).FormWith("Make a new one"), "Make a new one");

        var (old, now) = (new Uri(first.Texts("code.address")[0]).PathAndQuery, new Uri(second.Texts("code.address")[0]).PathAndQuery);

        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().DownloadAsync(old)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignedOut().DownloadAsync(now)).StatusCode);
    }
}
