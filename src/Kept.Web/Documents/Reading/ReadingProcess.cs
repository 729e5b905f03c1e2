using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kept.Domain.Documents;

namespace Kept.Web.Documents.Reading;

/// <summary>
/// The process in which files are read: this same program under its hidden command, with bounds on memory and time, so that a file
/// made to do harm ends that process and nothing else. A line asks for a file; a line answers. See docs/decisions.
/// </summary>
internal sealed class ReadingProcess : IDisposable
{
    public const string Command = "read-text";

    /// <summary>Of .NET’s own heap; beside it stand code, threads and what is mapped.</summary>
    private const string MostHeap = "0x18000000";

    private static readonly Bounds Whole = new(Megabytes: 6144, ProcessorSeconds: 600);
    private static readonly TimeSpan LongestFile = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private ReadingProcess(Process process) => this.process = process;

    public bool HasEnded => process.HasExited;

    public static ReadingProcess Start()
    {
        var own = Environment.ProcessPath!;
        var assembly = typeof(ReadingProcess).Assembly.Location;
        var start = Path.GetFileNameWithoutExtension(own) == Path.GetFileNameWithoutExtension(assembly)
            ? BoundedRun.Command(Whole, own, Command)
            : BoundedRun.Command(Whole, "dotnet", assembly, Command);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.StandardInputEncoding = new UTF8Encoding(false);
        start.StandardOutputEncoding = Encoding.UTF8;
        start.Environment["DOTNET_GCHeapHardLimit"] = MostHeap;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new ReadingProcess(Process.Start(start)!);
    }

    /// <summary>What the file says; null when the process died of it or took too long. It is not to be asked again then.</summary>
    public async Task<FileText?> ReadAsync(string path, FileKind kind, CancellationToken cancel)
    {
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        tooLong.CancelAfter(LongestFile);
        try
        {
            await process.StandardInput.WriteLineAsync($"{kind} {path}".AsMemory(), tooLong.Token);
            await process.StandardInput.FlushAsync(tooLong.Token);
            return await process.StandardOutput.ReadLineAsync(tooLong.Token) is { } answer ? JsonSerializer.Deserialize<FileText>(answer) : null;
        }
        catch (Exception e) when (e is IOException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
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

    /// <summary>The other end: answers line by line until nothing more is asked.</summary>
    public static void Answer(TextReader asked, TextWriter answers)
    {
        while (asked.ReadLine() is { } line)
        {
            var parts = line.Split(' ', 2);
            var found = FileText.Of(parts[1], Enum.Parse<FileKind>(parts[0]));
            answers.WriteLine(JsonSerializer.Serialize(found));
            answers.Flush();
        }
    }
}
