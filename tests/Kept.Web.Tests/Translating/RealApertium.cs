using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kept.Web.Tests.World;
using Kept.Web.Translating;

namespace Kept.Web.Tests.Translating;

/// <summary>The real engine that Debian packages (apertium-apy with apertium-eng-spa), on a free port of this machine, stopped by its process id.</summary>
public sealed class RealApertium : IAsyncLifetime
{
    private readonly int port = Loopback.FreePort();
    private Process? process;

    internal EngineSettings Settings => EngineSettings.Of("apertium", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")).OrThrow();

    public async ValueTask InitializeAsync() => await StartAsync();

    public ValueTask DisposeAsync()
    {
        Kill();
        return ValueTask.CompletedTask;
    }

    public async Task StartAsync()
    {
        // What it says goes where nobody waits for it to be read.
        process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", string.Create(CultureInfo.InvariantCulture, $"exec apertium-apy -p {port} -j 1 /usr/share/apertium >/dev/null 2>&1") }
        })!;
        using var http = new HttpClient();
        while (!await IsThereAsync(http))
        {
            Assert.False(process.HasExited, "apertium-apy ended before it could be asked.");
            await Task.Delay(100);
        }
    }

    /// <summary>At once, as when the machine goes down.</summary>
    public void Kill()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
        process = null;
    }

    private async Task<bool> IsThereAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Settings.Address, "listPairs"));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
