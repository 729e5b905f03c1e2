using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Packs.Own;

/// <summary>Everything that one carer may read of one child, at one moment and in their language; whatever it is written as.</summary>
/// <param name="ChildName">As the child is called.</param>
/// <param name="IsCut">There is more than is in it: the school can say what.</param>
public sealed record OwnCopy(string School, string ChildName, string Reader, LocalDate MadeOn, Wording Words, bool IsCut, IReadOnlyList<OwnPart> Parts)
{
    /// <summary>In which form they read.</summary>
    public FormatWishes Formats { get; init; } = FormatWishes.Ordinary;
}

/// <param name="Key">What a program knows it by: "agreed".</param>
public sealed record OwnPart(string Key, string Title, IReadOnlyList<OwnItem> Items);

/// <summary>One thing: a promise, a conversation, a plan.</summary>
/// <param name="On">Its day, where it has one.</param>
public sealed record OwnItem(OwnLine Title, LocalDate? On, IReadOnlyList<OwnLine> Lines)
{
    /// <summary>What belongs to it and the reader may open.</summary>
    public IReadOnlyList<OwnFile> Files { get; init; } = [];
}

/// <summary>Words with what they are.</summary>
/// <param name="Language">BCP 47 tag of what somebody wrote; null for what Kept says in the reader's language.</param>
/// <param name="Into">The translation that stands above what somebody wrote in another language.</param>
public sealed record OwnLine(string? Label, string Words, string? Language = null, TranslationShown? Into = null);

/// <summary>Reads a carer's copy. The pages' own words say it, and they lie with the pages.</summary>
internal interface IReadsOwnCopies
{
    /// <summary>Null where this carer may be told nothing.</summary>
    Task<OwnCopy?> ReadAsync(SharedWith shared, OwnCopyAsk ask, CancellationToken cancel);
}

/// <param name="Language">BCP 47 tag of what they read: it may be one in which Kept has no page.</param>
/// <param name="Veil">Taken out of what others wrote.</param>
internal sealed record OwnCopyAsk(string School, string Reader, Wording Words, string Language, LocalDate Today, Veil Veil);
