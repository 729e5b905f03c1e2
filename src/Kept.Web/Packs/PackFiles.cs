using Kept.Domain;
using Kept.Domain.Packs;

namespace Kept.Web.Packs;

/// <summary>
/// Where finished packs lie until they are fetched: in the data folder, under names that say nothing. No address leads to them but the
/// one that asks who wants it. Nodes must share this folder, or a visitor stick to one node (decision 13).
/// </summary>
internal sealed class PackFiles(string folder)
{
    public string PathOf(Id<Pack> pack) => Path.Combine(folder, pack.ToString());

    /// <summary>Where it is written until it is whole.</summary>
    public string DraftOf(Id<Pack> pack)
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{pack}.{Guid.NewGuid():N}.part");
    }

    public void Remove(Id<Pack> pack) => File.Delete(PathOf(pack));

    /// <summary>What a killed process left half written.</summary>
    public void SweepDrafts(DateTime before)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var left in Directory.EnumerateFiles(folder).Where(path => path.Contains(".part", StringComparison.Ordinal) && File.GetLastWriteTimeUtc(path) < before))
        {
            File.Delete(left);
        }
    }
}
