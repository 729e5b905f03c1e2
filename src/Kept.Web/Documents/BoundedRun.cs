using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kept.Web.Documents;

/// <summary>What a program of another may use at most.</summary>
internal sealed record Bounds(long Megabytes, int ProcessorSeconds);

/// <summary>Runs a program on a file that a stranger may have made: in a process of its own, with bounds that the system keeps.</summary>
internal sealed class BoundedRun : IDisposable
{
    public static readonly Bounds Small = new(Megabytes: 1024, ProcessorSeconds: 20);

    private const string Limiter = "/usr/bin/prlimit";
    private const int MostError = 4000;

    private readonly Process process;

    private BoundedRun(Process process) => this.process = process;

    public Process Process => process;

    /// <exception cref="Win32Exception">The program is not installed.</exception>
    public static BoundedRun Start(Bounds bounds, string program, params string[] arguments)
    {
        var start = Command(bounds, program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        var begun = new BoundedRun(Process.Start(start)!);
        begun.process.StandardInput.Close();
        return begun;
    }

    /// <summary>The same command with the bounds put before it, where the system has them.</summary>
    public static ProcessStartInfo Command(Bounds bounds, string program, params string[] arguments)
    {
        // Said here, since the limiter itself would start and then fail in its own words.
        var found = Find(program) ?? throw new Win32Exception($"{program} is not installed.");
        var isBounded = File.Exists(Limiter);
        var start = new ProcessStartInfo(isBounded ? Limiter : found) { UseShellExecute = false };
        if (isBounded)
        {
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={bounds.Megabytes * 1024 * 1024}"));
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={bounds.ProcessorSeconds}"));
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(found);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>The beginning of what it says on its error stream. Ended when it takes too long.</summary>
    public async Task<string> ErrorAsync(TimeSpan longest, CancellationToken cancel)
    {
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        tooLong.CancelAfter(longest);
        try
        {
            var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, tooLong.Token);
            var said = await process.StandardError.ReadToEndAsync(tooLong.Token);
            await output;
            return said[..Math.Min(said.Length, MostError)];
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "";
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static string? Find(string program) => Path.IsPathRooted(program)
        ? program
        : (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(Path.PathSeparator).Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
