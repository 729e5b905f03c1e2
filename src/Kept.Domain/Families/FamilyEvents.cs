using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;

namespace Kept.Domain.Families;

public sealed record CarerInvited(Id<Person> CarerId) : ISchoolEvent
{
    public string Kind => "carer-invited";
}

/// <summary>Taken back, or closed after too many wrong answers.</summary>
public sealed record CarerInvitationEnded(Id<Person> CarerId) : ISchoolEvent
{
    public string Kind => "carer-invitation-ended";
}

public sealed record CarerCameIn(Id<Person> CarerId) : ISchoolEvent
{
    public string Kind => "carer-came-in";
}

/// <summary>Staff ended a carer's sign-in: a lost phone, or the wrong person.</summary>
public sealed record CarerShutOut(Id<Person> CarerId) : ISchoolEvent
{
    public string Kind => "carer-shut-out";
}

public sealed record ConcernRaised(Id<Pupil> PupilId, Id<Concern> ConcernId) : IRecordEvent
{
    public string Kind => "concern-raised";
}
