namespace Kept.Web.World;

/// <summary>What one part of the community calls its children and families.</summary>
/// <param name="Language">BCP 47 tag of what is spoken at home.</param>
internal sealed record NameGroup(
    string Language,
    IReadOnlyList<string> Boys,
    IReadOnlyList<string> Girls,
    IReadOnlyList<string> Mothers,
    IReadOnlyList<string> Fathers,
    IReadOnlyList<string> Families);

internal static class Names
{
    public static IReadOnlyList<NameGroup> Groups { get; } = [.. WordList.Blocks("names.txt").Select(Read)];

    /// <summary>Half the children have names long known in England; the rest come from everywhere, as in most towns.</summary>
    public static NameGroup Draw(Dice dice) => dice.Chance(45) ? Groups[0] : dice.Pick(Groups);

    private static NameGroup Read(IReadOnlyList<string> block)
    {
        IReadOnlyList<string> Of(string label) =>
            [.. block.Where(l => l.StartsWith(label + ": ", StringComparison.Ordinal)).SelectMany(l => l[(label.Length + 2)..].Split(' ')).Select(n => n.Replace('|', ' '))];

        return new NameGroup(block[0].Split(' ')[1], Of("he"), Of("she"), Of("mothers"), Of("fathers"), Of("family"));
    }
}
