using System.CommandLine;

namespace Kept.Web.Commands;

/// <summary>./kept: what it can do.</summary>
internal static class KeptCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Kept: the live record of what school and family agreed about a child’s SEND support.")
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
<<<<<<< HEAD
            InviteCommand.Create(),
=======
            ImportCommand.Create(),
>>>>>>> 1286df3190d9d3a70e7d510bbc1f85de483667cf
            VerifyCommand.Create(),
            CoachingAtSchool.Command(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
