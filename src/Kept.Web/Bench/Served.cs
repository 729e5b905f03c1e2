using Kept.Store.Accounts;
using Kept.Web.Access;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.Bench;

/// <summary>The real application on loopback, and a client signed in to it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly WebApplication app;

    private Served(WebApplication app, string cookie)
    {
        this.app = app;
        Cookie = cookie;
        Client = ClientOf(Url, cookie);
    }

    public string Url => app.Urls.First();

    public string Cookie { get; }

    public HttpClient Client { get; }

    public static async Task<Served> StartAsync(BenchPlace bench, SqlWatch? watch = null, CancellationToken cancel = default)
    {
        var served = KeptApp.Create(new KeptAppOptions(bench.Place, IsDemo: true, "http://127.0.0.1:0"), builder =>
        {
            if (watch is not null)
            {
                builder.Services.AddSingleton<IStartupFilter>(watch);
            }
        });
        await served.StartAsync(cancel);
        return new Served(served, await CookieAsync(served.Services, bench));
    }

    /// <summary>A cookie as sign-in gives it. Its key is in the database, so that any process on it takes the cookie.</summary>
    public static async Task<string> CookieAsync(IServiceProvider services, BenchPlace bench)
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1");
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        signIn.Context = http;
        var account = await signIn.UserManager.FindByIdAsync(bench.Account.ToString());
        await scope.ServiceProvider.GetRequiredService<Entry>().EnterAtAsync(http, account!, bench.School, Strengths.Demo);
        return http.Response.Headers.SetCookie.First(c => c!.StartsWith("kept=", StringComparison.Ordinal))!.Split(';')[0];
    }

    public static HttpClient ClientOf(string url, string? cookie)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }

    /// <summary>Whether the page is there for the SENCO. What is not built yet is skipped and not failed.</summary>
    public async Task<bool> HasAsync(string path, CancellationToken cancel)
    {
        using var answer = await Client.GetAsync(path, cancel);
        return answer.IsSuccessStatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
