using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class EditTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Nobody_takes_the_place_of_somebody_whose_roles_they_cannot_give()
    {
        var senco = As(World.Senco);
        var dsl = $"/settings/people/{World.Dsl.Id}";

        Assert.Equal(HttpStatusCode.BadRequest, (await senco.PostAsync(dsl + "/leave", ("Form.LastDay", "1 May 2026"))).Status);
        var form = (await senco.GetAsync(dsl + "/edit")).Form();
        Assert.Equal(HttpStatusCode.BadRequest, (await senco.SubmitAsync(form, ("Form.Email", "amina.khan@elsewhere.example"))).Status);
        Assert.Equal(dsl, (await senco.SubmitAsync(form, ("Form.Phone", "01234 567890"))).Url);
    }
}
