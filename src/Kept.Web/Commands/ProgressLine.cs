using Kept.Web.Imports;

namespace Kept.Web.Commands;

/// <summary>One line on standard error that is written over as an import goes on; a plain line now and then where that is no screen.</summary>
internal sealed class ProgressLine
{
    private const int LinesEvery = 5_000;

    private readonly bool screen = !Console.IsErrorRedirected;
    private bool shown;
    private string lastDoing = "";
    private int lastSaid;

    public void Show(Progress progress)
    {
        if (screen)
        {
            Console.Error.Write($"\r{progress.Doing}: {progress.Pupils:N0} pupils");
            shown = true;
            return;
        }

        if (progress.Doing != lastDoing)
        {
            (lastDoing, lastSaid) = (progress.Doing, 0);
        }

        if (progress.Pupils - lastSaid >= LinesEvery)
        {
            lastSaid = progress.Pupils;
            Console.Error.WriteLine($"{progress.Doing}: {progress.Pupils:N0} pupils");
        }
    }

    /// <summary>Makes room for a line of the report.</summary>
    public void Clear()
    {
        if (shown)
        {
            Console.Error.Write("\r" + new string(' ', 40) + "\r");
            shown = false;
        }
    }

    public void End()
    {
        if (shown)
        {
            Console.Error.WriteLine();
            shown = false;
        }
    }
}
