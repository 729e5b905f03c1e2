using NodaTime;

namespace Kept.Store.Coming;

/// <summary>One kind of thing that comes back on a date. A new kind is one more of these, and a line in <see cref="ComingDays"/>.</summary>
internal interface IComes
{
    /// <summary>One statement: what the viewer may see of this kind between two days, both included; their own alone where asked.</summary>
    IQueryable<ComingRow> Between(VisibleRecord record, LocalDate from, LocalDate to, bool mine);
}
