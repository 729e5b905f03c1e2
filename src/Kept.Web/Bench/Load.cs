using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kept.Web.Bench;

/// <summary>How many requests a second an address answers, from wrk in a process of its own where it is installed, else from here.</summary>
internal static partial class Load
{
    private const int Connections = 16;

    private static readonly string? Wrk = new[] { "/usr/bin/wrk", "/usr/local/bin/wrk" }.FirstOrDefault(File.Exists);

    public static string By => Wrk is null ? "this process (wrk is not installed: the client's own cost is in every figure)" : "wrk";

    public static async Task<double> RequestsASecondAsync(string url, string? cookie, int seconds, CancellationToken cancel) =>
        Wrk is null ? await FromHereAsync(url, cookie, seconds, cancel) : await FromWrkAsync(Wrk, url, cookie, seconds, cancel);

    private static async Task<double> FromWrkAsync(string wrk, string url, string? cookie, int seconds, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(wrk) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-t1", $"-c{Connections}", $"-d{seconds}s", "-H", $"Cookie: {cookie}", url])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{url} did not answer 200 to every request: {output}");
        }

        return double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<double> FromHereAsync(string url, string? cookie, int seconds, CancellationToken cancel)
    {
        using var client = Served.ClientOf(url, cookie);
        var (watch, answered) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                using var answer = await client.GetAsync(url, cancel);
                await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null, cancel);
                Interlocked.Increment(ref answered);
            }
        }));
        return answered / watch.Elapsed.TotalSeconds;
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Rate();
}
