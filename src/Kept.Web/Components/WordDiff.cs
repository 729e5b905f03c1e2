using DiffPlex;
using DiffPlex.Chunkers;

namespace Kept.Web.Components;

/// <summary>Words that stand together in one of two texts: the same in both, or of this one alone.</summary>
public sealed record DiffRun(string Text, bool IsChanged);

/// <summary>Two texts compared word by word, each as runs to be read in order.</summary>
public sealed record WordDiff(IReadOnlyList<DiffRun> Before, IReadOnlyList<DiffRun> After)
{
    // Not at a full stop: "8.50" is one word.
    private static readonly DelimiterChunker Words = new([' ', '\n', ',', ';']);

    public static WordDiff Of(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var (gone, come) = (new bool[diff.PiecesOld.Count], new bool[diff.PiecesNew.Count]);
        foreach (var block in diff.DiffBlocks)
        {
            gone.AsSpan(block.DeleteStartA, block.DeleteCountA).Fill(true);
            come.AsSpan(block.InsertStartB, block.InsertCountB).Fill(true);
        }

        return new WordDiff(Runs(diff.PiecesOld, gone), Runs(diff.PiecesNew, come));
    }

    private static List<DiffRun> Runs(IReadOnlyList<string> pieces, bool[] changed)
    {
        // A space between two changed words belongs to the change: one mark is easier to read than two.
        for (var at = 1; at < pieces.Count - 1; at++)
        {
            changed[at] |= pieces[at] == " " && changed[at - 1] && changed[at + 1];
        }

        var runs = new List<DiffRun>();
        foreach (var (at, piece) in pieces.Index())
        {
            if (runs.Count > 0 && runs[^1].IsChanged == changed[at])
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + piece };
            }
            else
            {
                runs.Add(new DiffRun(piece, changed[at]));
            }
        }

        return runs;
    }
}
