using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Packs;
using Kept.Domain.Pupils;
using Kept.Store;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>
/// A part of a pack that another noun fills: the current plan, the list of documents. One small class each, registered as a service; it
/// reads through the door that it is handed, which is narrowed to the pack’s readers already.
/// </summary>
public interface IPackPart
{
    /// <summary>Its word in files: "plan". Never changed once released.</summary>
    string Key { get; }

    /// <summary>"Current plan".</summary>
    string Title { get; }

    /// <summary>What is said where there is nothing: "There is no plan".</summary>
    string Empty { get; }

    /// <summary>Whether it comes before the open actions, as what is current; else after the log.</summary>
    bool ComesFirst { get; }

    Task<IReadOnlyList<PackItem>> ItemsAsync(VisibleRecord record, Id<Pupil> pupil, PackScope scope, CancellationToken cancel);
}

/// <summary>One thing of a part: a heading and what there is to say about it.</summary>
public sealed record PackItem(string Title, IReadOnlyList<PackFact> Facts)
{
    /// <summary>The file that it tells of, which lies beside it in a ZIP.</summary>
    public PackPaper? Paper { get; init; }
}

/// <summary>A file of the record.</summary>
/// <param name="Name">As it came.</param>
/// <param name="Path">Where it is in the ZIP; null where it is in none.</param>
public sealed record PackPaper(Id<Document> Document, int Version, string Name, FileKind Kind, LocalDate On, string Sha256, string? Path = null);

/// <summary>"Review date", "12 May 2026".</summary>
public sealed record PackFact(string Name, string Value);

/// <summary>A part as a pack prints it.</summary>
public sealed record FilledPart(string Key, string Title, string Empty, bool ComesFirst, IReadOnlyList<PackItem> Items);
