using System.Security.Cryptography;

namespace Kept.Store.Transfers;

/// <summary>
/// What a row of another school is called here. The two schools may share one database, where a row has one place in the search: so
/// each gets an id of its own, always the same one, by which the next package finds it.
/// </summary>
internal sealed class LocalIds(Guid here, Guid there)
{
    private readonly Dictionary<Guid, Guid> local = [];

    /// <summary>The id of this row here; its own where it is of no row that came along: somebody's, for one.</summary>
    public Guid Of(Guid id) => local.GetValueOrDefault(id, id);

    public bool Knows(Guid id) => local.ContainsKey(id);

    public void Call(Guid id, Guid localId) => local[id] = localId;

    public void Name(Guid id) => local[id] = At(here, id);

    /// <summary>By which ids of the other school this row of ours may come: its own, as it came from there, or as they took it from us.</summary>
    public bool IsTheSame(Guid ours, Guid theirs) => ours == theirs || ours == At(here, theirs) || theirs == At(there, ours);

    /// <summary>A UUID of version 8: made of a digest.</summary>
    private static Guid At(Guid school, Guid id)
    {
        Span<byte> both = stackalloc byte[32];
        school.TryWriteBytes(both, bigEndian: true, out _);
        id.TryWriteBytes(both[16..], bigEndian: true, out _);
        var bytes = SHA256.HashData(both)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
