using System.CommandLine;
using Kept.Web.Documents.Reading;

namespace Kept.Web.Commands;

/// <summary>./kept read-text: not for people. The bounded process in which Kept reads the words of files.</summary>
internal static class ReadTextCommand
{
    public static Command Create()
    {
        var command = new Command(ReadingProcess.Command, "Reads the words of files that are named on standard input.") { Hidden = true };
        command.SetAction(_ =>
        {
            ReadingProcess.Answer(Console.In, Console.Out);
            return 0;
        });
        return command;
    }
}
