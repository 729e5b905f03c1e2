using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kept.Web.Tests.House;

/// <summary>The surface of the application is a list that somebody has read: House/routes.txt.</summary>
public sealed class RoutesTests(KeptHost host) : PageTest(host)
{
    private const string Approve = "KEPT_APPROVE_ROUTES";
    private const string Path = "tests/Kept.Web.Tests/House/routes.txt";

    [Fact]
    public async Task Every_address_is_approved_with_who_may_open_it()
    {
        var routes = (await Route.AllAsync(Host)).Select(r => r.ToString()).ToList();
        var file = System.IO.Path.Combine(Source.Root, Path);
        if (Environment.GetEnvironmentVariable(Approve) is "yes")
        {
            await File.WriteAllLinesAsync(file, routes, Cancel);
        }

        var approved = await File.ReadAllLinesAsync(file, Cancel);
        Breaches.None(
            [.. routes.Except(approved).Select(r => $"new:  {r}"), .. approved.Except(routes).Select(r => $"gone: {r}"), .. Differ(routes, approved)
                ? [$"If that is meant, run '{Approve}=yes ./test web RoutesTests' and commit {Path}."] : Array.Empty<string>()]);
    }

    [Fact]
    public async Task Every_address_says_who_may_open_it()
    {
        var silent = (await Route.AllAsync(Host)).Where(r => !r.SaysWho);

        Breaches.None(silent.Select(r => $"{r} falls back to staff: put it in a Staff, Family or Public folder, or say AllowAnonymous or RequireAuthorization."));
    }

    private static bool Differ(IEnumerable<string> routes, IEnumerable<string> approved) => !routes.ToHashSet().SetEquals(approved);
}
