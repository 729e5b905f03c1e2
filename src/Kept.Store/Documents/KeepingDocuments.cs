using Kept.Domain.Documents;

namespace Kept.Store.Documents;

internal static class KeepingDocuments
{
    /// <summary>Adds a document that is about one pupil, with its words waiting to be read.</summary>
    public static void Keep(this VisibleRecord record, NewDocument kept)
    {
        record.Add(kept.Document);
        record.Add(kept.Version);
        record.Add(DocumentText.For(kept.Version));
        record.Add(kept.Pupils[0]);
    }
}
