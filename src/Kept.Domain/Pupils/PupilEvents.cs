using Kept.Domain.Ledger;

namespace Kept.Domain.Pupils;

public sealed record PupilEnrolled(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "pupil-enrolled";
}

public sealed record PupilChanged(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "pupil-changed";
}

public sealed record PupilMovedUp(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "pupil-moved-up";
}

public sealed record PupilLeft(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "pupil-left";
}
