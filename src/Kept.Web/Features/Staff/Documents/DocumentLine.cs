using Kept.Domain.Search;
using Kept.Store.Documents;
using NodaTime;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>A document as a row of a list.</summary>
/// <param name="Words">Those that were looked for, to be marked.</param>
/// <param name="NamesPupils">Whether the row says whom it is about; on a pupil's own page it need not.</param>
/// <param name="MayTake">Whether it can be chosen for a ZIP.</param>
public sealed record DocumentLine(DocumentRow Row, LocalDate Today, SearchWords? Words, bool NamesPupils, bool MayTake)
{
    /// <summary>Whether the excerpt shows why it was found.</summary>
    public bool HasWordIn(string excerpt) => Words is { } words && excerpt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(words.Fits);
}
