using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.People;

public sealed record PersonAdded(Id<Person> PersonId) : ISchoolEvent
{
    public string Kind => "person-added";
}

public sealed record PersonChanged(Id<Person> PersonId) : ISchoolEvent
{
    public string Kind => "person-changed";
}

public sealed record RolesChanged(Id<Person> PersonId) : ISchoolEvent
{
    public string Kind => "roles-changed";
}

public sealed record RelationshipChanged(Id<Pupil> PupilId, Id<Person> CarerId) : IRecordEvent
{
    public string Kind => "relationship-changed";
}

public sealed record CourtOrderRecorded(Id<Pupil> PupilId, Id<Person> CarerId, Id<CourtOrder> OrderId) : IRecordEvent
{
    public string Kind => "court-order-recorded";
}

public sealed record CourtOrderChanged(Id<Pupil> PupilId, Id<Person> CarerId, Id<CourtOrder> OrderId) : IRecordEvent
{
    public string Kind => "court-order-changed";
}

public sealed record WhoDecidesRecorded(Id<Pupil> PupilId, Id<WhoDecides> DecisionId) : IRecordEvent
{
    public string Kind => "who-decides-recorded";
}

public sealed record KeyAdultsChanged(Id<Pupil> PupilId) : IRecordEvent
{
    public string Kind => "key-adults-changed";
}

public sealed record PersonInvited(Id<Person> PersonId) : ISchoolEvent
{
    public string Kind => "person-invited";
}

public sealed record InvitationTakenUp(Id<Person> PersonId) : ISchoolEvent
{
    public string Kind => "invitation-taken-up";
}

/// <summary>Carers taken over from the school's own system, a batch at a time.</summary>
public sealed record PeopleImported(int Count) : ISchoolEvent
{
    public string Kind => "people-imported";
}
