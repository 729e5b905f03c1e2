using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kept.Web.Tests.Translating;

/// <summary>What a server was asked.</summary>
internal sealed record Asked(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// A small server on this machine that stands where an engine would that cannot run here. It keeps what it was asked, to be held against the
/// engine's documented API, and answers as that documentation says.
/// </summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RecordedServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public string Address => app.Urls.First();

    public static async Task<RecordedServer> StartAsync(Func<Asked, IResult> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new RecordedServer(builder.Build());
        server.app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var asked = new Asked(
                http.Request.Method, http.Request.Path + http.Request.QueryString, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), await reader.ReadToEndAsync());
            server.Requests.Enqueue(asked);
            await answer(asked).ExecuteAsync(http);
        });
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
