using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Packs;

/// <summary>A part of the record is to go out, and for whom: "pack-asked-for-tribunal".</summary>
public sealed record PackAsked(Id<Pupil> PupilId, Id<Pack> PackId, PackAudience Audience) : IRecordEvent
{
    public string Kind => $"pack-asked-for-{Audience.Word()}";
}

/// <summary>Its file was fetched.</summary>
public sealed record PackTaken(Id<Pupil> PupilId, Id<Pack> PackId, PackAudience Audience) : IRecordEvent
{
    public string Kind => $"pack-taken-for-{Audience.Word()}";
}

public sealed record PackCancelled(Id<Pupil> PupilId, Id<Pack> PackId) : IRecordEvent
{
    public string Kind => "pack-cancelled";
}
