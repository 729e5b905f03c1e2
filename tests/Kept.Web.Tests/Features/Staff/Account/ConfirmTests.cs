using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class ConfirmTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/authenticator")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/passkeys/remove?id=AAAA")]
    public async Task An_open_computer_is_not_enough_to_change_how_somebody_signs_in(string address)
    {
        var visitor = As(World.Office);
        Clock.Pass(Duration.FromMinutes(16));

        var page = await visitor.GetAsync(address);

        Assert.StartsWith("/account/confirm", page.Url, StringComparison.Ordinal);
    }
}
