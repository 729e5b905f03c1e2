namespace Kept.Store.Coming;

/// <summary>One kind of thing that comes back on a date. A new kind is one more of these, and a line in <see cref="ComingDays"/>.</summary>
internal interface IComes
{
    /// <summary>What the viewer may see of this kind, whenever it comes; their own alone where asked. Who asks chooses the days, orders and bounds.</summary>
    IQueryable<ComingRow> For(VisibleRecord record, bool mine);
}
