using Kept.Store.Telling;

namespace Kept.Web.Letters;

/// <summary>Reads what letters say, in the words of the pages.</summary>
public interface IReadsLetters
{
    /// <summary>In the same order; without those whose carer may be told nothing of the child any more.</summary>
    Task<IReadOnlyList<LetterOnPaper>> ReadAsync(IReadOnlyList<LetterToWrite> letters, CancellationToken cancel);
}
