using Kept.Store.Telling;

namespace Kept.Web.Letters;

/// <summary>Reads what letters say, in the words of the pages.</summary>
public interface IReadsLetters
{
    /// <summary>In the same order; without those of which there is nothing to print: the carer may be told nothing of the child any more, or nothing of what it is about is shared.</summary>
    Task<IReadOnlyList<LetterOnPaper>> ReadAsync(IReadOnlyList<LetterToWrite> letters, CancellationToken cancel);
}
