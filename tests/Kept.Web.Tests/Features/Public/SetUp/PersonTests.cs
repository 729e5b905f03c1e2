using System.Net;
using Kept.Store.Schools;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.SetUp;

public sealed class PersonTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    [Fact]
    public async Task A_set_up_address_is_good_for_a_day()
    {
        var token = await SetUpKeys.NewAsync(host.Place.Database, host.Clock, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await host.SignedOut().GetAsync($"/set-up?token={token}")).Status);

        host.Clock.Pass(Duration.FromHours(24));

        Assert.Equal(HttpStatusCode.NotFound, (await host.SignedOut().GetAsync($"/set-up?token={token}")).Status);
    }

    [Fact]
    public async Task Without_the_printed_address_nobody_becomes_the_first_person()
    {
        const string school = "school=Hillview&slug=hillview&nation=England";

        Assert.Equal(HttpStatusCode.NotFound, (await host.SignedOut().GetAsync("/set-up/person?" + school)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SignedOut().PostAsync($"/set-up/person?token=AAAA&{school}", ("Form.FamilyName", "Khan"))).Status);
    }
}
