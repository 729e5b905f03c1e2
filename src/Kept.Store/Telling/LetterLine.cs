using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Telling;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Which letters: of one class, of a name.</summary>
/// <param name="Name">Part of the carer’s name, or of the child’s.</param>
public sealed record LetterFilter(string? ClassName = null, string? Name = null);

/// <summary>A letter that waits to be printed, or is printed.</summary>
/// <param name="ClassName">Of the child; for news the first of the carer’s children’s.</param>
public sealed record LetterLine(ToTell Told, string? ClassName)
{
    public Id<Dispatch> Id => Told.Dispatch.Id;

    /// <summary>As it stands on the paper.</summary>
    public int? Number => Told.Dispatch.RunNumber;
}

/// <summary>How many letters wait for the children of a class.</summary>
public sealed record LettersOfAClass(string? ClassName, int Count);

/// <summary>Letters that somebody printed together, and how many of them the viewer sees in which state.</summary>
/// <param name="Printed">Nobody has said yet what became of them.</param>
/// <param name="Posted">Somebody says that they are in the post.</param>
public sealed record LetterRunLine(LetterRun Run, string By, int Printed, int Posted)
{
    /// <summary>The numbers of those that are on the paper and are not to go.</summary>
    public IReadOnlyList<int> TakeOut { get; init; } = [];
}

/// <summary>What became of letters that somebody was done with.</summary>
/// <param name="Posted">So many are in the post now.</param>
/// <param name="Back">So many wait again: they did not print, or say what is not to be told any more.</param>
/// <param name="Empty">So many came out empty, and are for a person to look at.</param>
/// <param name="NotToBeSent">So many may not go any more: a court order, or something is not shared any longer.</param>
public sealed record LettersDone(int Posted, int Back, int Empty, int NotToBeSent);

/// <summary>What one letter is to say, as it is when the paper is made.</summary>
/// <param name="Tie">How this carer reads: to this child, or for news the first of their ties.</param>
/// <param name="Notices">Of one child, or news.</param>
public sealed record LetterToWrite(Dispatch Dispatch, Person Carer, Relationship Tie, IReadOnlyList<Notice> Notices, IReadOnlyList<News> News)
{
    public int Number => Dispatch.RunNumber!.Value;
}
