using System.CommandLine;

namespace Kept.Web.Commands;

/// <summary>./kept: what it can do.</summary>
internal static class KeptCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Kept: the live record of what school and family agreed about a child’s SEND support.")
        {
            BenchCommand.Create(),
            DemoCommand.Create(),
            ServeCommand.Create(),
            InviteCommand.Create(),
            ImportCommand.Create(),
            VerifyCommand.Create(),
            ExportCommand.Create(),
            ReadTextCommand.Create(),
            CoachingAtSchool.Command(),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        catch (Exception trouble) when (Trouble.InWords(trouble) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }
}
