using Kept.Store.Documents;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>The files that are shared about a child, as one carer sees them.</summary>
/// <param name="At">Where a file is fetched, or looked at by staff.</param>
public sealed record DocumentsView(IReadOnlyList<DocumentRow> Shown, LocalDate Today, Wording Words, Func<DocumentRow, string> At)
{
    /// <summary>Whether the link is the file itself.</summary>
    public bool IsFetched { get; init; }
}
