using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Handovers;

public sealed record HandoverGiven(Id<Pupil> PupilId, Id<Handover> HandoverId) : IRecordEvent
{
    public string Kind => "handover-given";
}

public sealed record HandoverLineAcknowledged(Id<Pupil> PupilId, Id<HandoverLine> LineId) : IRecordEvent
{
    public string Kind => "handover-line-acknowledged";
}

public sealed record HandoverLineQueried(Id<Pupil> PupilId, Id<HandoverLine> LineId) : IRecordEvent
{
    public string Kind => "handover-line-queried";
}

public sealed record HandoverLineAnswered(Id<Pupil> PupilId, Id<HandoverLine> LineId) : IRecordEvent
{
    public string Kind => "handover-line-answered";
}

/// <summary>The receiving adult has acknowledged every line.</summary>
public sealed record HandoverAcknowledged(Id<Pupil> PupilId, Id<Handover> HandoverId) : IRecordEvent
{
    public string Kind => "handover-acknowledged";
}

public sealed record HandoverWithdrawn(Id<Pupil> PupilId, Id<Handover> HandoverId, string Reason) : IRecordEvent
{
    public string Kind => "handover-withdrawn";
}
