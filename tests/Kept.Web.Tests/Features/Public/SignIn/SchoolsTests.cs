using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.SignIn;

public sealed class SchoolsTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Nobody_signed_out_is_asked_to_choose() => Assert.Equal("/sign-in", (await SignedOut().GetAsync("/schools")).Url);

    [Fact]
    public async Task A_school_that_one_does_not_work_at_cannot_be_chosen()
    {
        var page = await As(World.Teacher).PostAsync("/schools", ("schoolId", World.Riverside.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Somebody_whom_no_school_has_on_its_list_any_more_is_told_so()
    {
        var visitor = SignedOut();
        var (_, codes) = await visitor.SetUpAppAsync(Clock, World.Left.Email);

        var page = await visitor.GetAsync(codes.LinkTo("I have kept them: go on"));

        Assert.Equal("You are not on the staff list of any school", page.Heading);
        Assert.Equal("Sign in", (await visitor.GetAsync("/today")).Heading);
    }
}
