using System.Diagnostics;

namespace Kept.Web.Packs;

/// <summary>
/// A program run beside Kept, with an end to what it may take: memory and processor time by the system’s own limits, and time by ours.
/// It is handed none of our settings, and is ended with all that it began when its work is no longer wanted.
/// </summary>
internal static class BoundedProcess
{
    private const int MostMemoryKilobytes = 2_000_000;
    private const int MostProcessorSeconds = 240;
    private const int LastWords = 400;

    /// <summary>Nice, so that pages are answered first.</summary>
    private const string Limited = "ulimit -v \"$1\"; ulimit -t \"$2\"; shift 2; exec nice -n 10 \"$@\"";

    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly string[] Handed = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_FILE"];

    /// <summary>Whether a program of this name can be found.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    /// <summary>Null when it went well, else its last words.</summary>
    /// <param name="program">Its name, as found by PATH.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="setting">A setting of its own, beside the few of ours that it is handed.</param>
    /// <param name="feed">Writes what it reads, while it gets ready to.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<string?> RunAsync(
        string program, IEnumerable<string> arguments, (string Name, string Value) setting, Func<Stream, CancellationToken, Task> feed, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Limited, "sh", $"{MostMemoryKilobytes}", $"{MostProcessorSeconds}", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        Hand(start.Environment);
        start.Environment[setting.Name] = setting.Value;
        using var process = Process.Start(start)!;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ended.CancelAfter(Longest);
        try
        {
            var (said, words) = (process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ended.Token), TailAsync(process.StandardError, ended.Token));
            await FeedAsync(process, feed, ended.Token);
            await process.WaitForExitAsync(ended.Token);
            await said;
            return process.ExitCode is 0 ? null : $"{program} ended with {process.ExitCode}: {await words}";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"{program} took longer than {Longest.TotalMinutes} minutes";
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static async Task FeedAsync(Process process, Func<Stream, CancellationToken, Task> feed, CancellationToken cancel)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await feed(input, cancel);
        }
        catch (IOException) when (Ends(process))
        {
            // It gave up before it had read everything: its last words say why.
        }
    }

    private static bool Ends(Process process) => process.WaitForExit(LongestFarewell);

    private static void Hand(IDictionary<string, string?> environment)
    {
        var handed = Handed.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.value is not null).ToList();
        environment.Clear();
        environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in handed)
        {
            environment[name] = value;
        }
    }

    /// <summary>The end of what it says, however much that is.</summary>
    private static async Task<string> TailAsync(TextReader from, CancellationToken cancel)
    {
        var tail = "";
        while (await from.ReadLineAsync(cancel) is { } line)
        {
            tail = line.Length > LastWords ? line[..LastWords] : line;
        }

        return tail;
    }
}
