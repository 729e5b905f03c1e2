using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kept.Store;

namespace Kept.Web.Bench;

/// <summary>Kept in a process of its own, started by us and ended by us.</summary>
internal sealed class KeptProcess : IDisposable
{
    private readonly Process process;

    private KeptProcess(Process process) => this.process = process;

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    public static KeptProcess Run(BenchPlace bench, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
        {
            start.ArgumentList.Add(typeof(KeptProcess).Assembly.Location);
        }

        string[] where = bench.Place.Database.Kind is DatabaseKind.PostgreSql
            ? ["--data", bench.Place.Directory, "--database", bench.Place.Database.ConnectionString]
            : ["--data", bench.Place.Directory];
        foreach (var argument in (string[])[.. arguments, .. where])
        {
            start.ArgumentList.Add(argument);
        }

        var child = new KeptProcess(Process.Start(start)!);
        child.process.OutputDataReceived += (_, _) => { };
        child.process.ErrorDataReceived += (_, line) => child.LastWords = line.Data ?? child.LastWords;
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    public string LastWords { get; private set; } = "";

    /// <summary>Serves the place at the address, and waits for the page to be there.</summary>
    public static async Task<(KeptProcess KeptProcess, TimeSpan Took)> ServeAsync(BenchPlace bench, string url, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var child = Run(bench, "serve", "--urls", url);
        using var client = Served.ClientOf(url, null);
        while (!await AnswersAsync(client, cancel))
        {
            if (child.HasEnded)
            {
                throw new InvalidOperationException($"The server ended by itself: {child.LastWords}");
            }

            await Task.Delay(10, cancel);
        }

        return (child, watch.Elapsed);
    }

    public static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Megabytes of memory: "VmRSS" now, "VmHWM" at the most so far. Zero once it has ended.</summary>
    public async Task<double> MegabytesAsync(string what)
    {
        try
        {
            var lines = await File.ReadAllLinesAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status"));
            var words = lines.FirstOrDefault(l => l.StartsWith(what, StringComparison.Ordinal))?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return words is null ? 0 : double.Parse(words[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The most memory that it ever held, sampled until it ends; its time, and how it ended.</summary>
    public async Task<(double PeakMegabytes, TimeSpan Took)> WatchToTheEndAsync(TimeSpan longest, CancellationToken cancel)
    {
        var (watch, peak) = (Stopwatch.StartNew(), 0.0);
        while (!process.HasExited && watch.Elapsed < longest)
        {
            peak = Math.Max(peak, await MegabytesAsync("VmHWM"));
            await Task.Delay(25, cancel);
        }

        return (peak, watch.Elapsed);
    }

    /// <summary>As a power cut would: no word of warning.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync("/sign-in", cancel);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
