using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Account;

/// <summary>What a browser answers is tried in Kept.Browser.Tests; here, what somebody with a tool might send.</summary>
public sealed class AddPasskeyTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","attestationObject":"AAAA"}}""")]
    public async Task A_passkey_made_up_is_refused(string credential)
    {
        var visitor = As(World.Senco);
        await visitor.PostAsync("/account/passkeys/add?handler=Options");

        var page = await visitor.PostAsync("/account/passkeys/add", ("Name", "laptop"), ("Credential", credential));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["The passkey was not added. Try again, or use another device"], page.Errors);
    }
}
