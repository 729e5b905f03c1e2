namespace Kept.Web.World;

/// <summary>The files of names and sentences that the made-up schools are made of. They travel inside the program.</summary>
internal static class WordList
{
    /// <summary>Lines without comments. Blank lines are kept: they part one thing from the next.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var words = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream($"World.{file}")!);
        while (words.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }

    /// <summary>Rows of a comma-separated file whose values hold no commas, without the heading.</summary>
    public static IEnumerable<string[]> Rows(string file) => Lines(file).Skip(1).Select(line => line.Split(','));

    /// <summary>Groups of lines parted by blank ones.</summary>
    public static IEnumerable<IReadOnlyList<string>> Blocks(string file)
    {
        List<string> block = [];
        foreach (var line in Lines(file).Append(""))
        {
            if (line.Length > 0)
            {
                block.Add(line);
            }
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }
    }
}
