using Kept.Domain.Ledger;

namespace Kept.Domain.MovingUp;

public sealed record YearMovePlanned(Id<YearMove> YearMoveId) : ISchoolEvent
{
    public string Kind => "year-move-planned";
}

public sealed record YearMoveStarted(Id<YearMove> YearMoveId) : ISchoolEvent
{
    public string Kind => "year-move-started";
}

public sealed record YearMoveFinished(Id<YearMove> YearMoveId) : ISchoolEvent
{
    public string Kind => "year-move-finished";
}
