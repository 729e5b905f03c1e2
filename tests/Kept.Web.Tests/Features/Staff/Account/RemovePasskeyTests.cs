using System.Net;
using Kept.Store.Accounts;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Features.Staff.Account;

public sealed class RemovePasskeyTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_passkey_is_removed_but_never_the_last_second_factor()
    {
        await KeepAsync(World.Senco, "laptop");
        await KeepAsync(World.Senco, "phone");
        var visitor = As(World.Senco);

        var page = await RemoveAsync(visitor, "laptop");
        Assert.Equal("/account", page.Url);
        page = await RemoveAsync(visitor, "phone");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["This is your only second way to show it is you. Add another passkey or an authenticator app first"], page.Errors);
    }

    [Fact]
    public async Task Nobody_removes_somebody_else_s_passkey()
    {
        await KeepAsync(World.Head, "theirs");
        var page = await As(World.Head).GetAsync("/account");

        Assert.Equal("/account", (await As(World.Teacher).GetAsync(page.LinkTo("Remove theirs"))).Url);
        await As(World.Teacher).PostAsync("/account/passkeys/remove", ("Id", page.LinkTo("Remove theirs").Split('=')[1]));

        Assert.Contains("theirs", (await As(World.Head).GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> RemoveAsync(TestClient visitor, string name)
    {
        var page = await visitor.GetAsync("/account");
        page = await visitor.GetAsync(page.LinkTo($"Remove {name}"));
        return await visitor.SubmitAsync(page.Form());
    }

    private async Task KeepAsync(TestPerson person, string name)
    {
        using var scope = Host.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Store.Accounts.Account>>();
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        var passkey = new UserPasskeyInfo(Guid.NewGuid().ToByteArray(), [1], DateTimeOffset.UnixEpoch, 0, [], true, false, false, [1], [1]) { Name = name };
        Assert.True((await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);
    }
}
