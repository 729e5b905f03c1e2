using Kept.Domain.Ledger;

namespace Kept.Domain.Meetings;

public sealed record SurgeryOffered : ISchoolEvent
{
    public string Kind => "surgery-offered";
}

/// <summary>One day of it was taken out.</summary>
public sealed record SurgeryDayOff : ISchoolEvent
{
    public string Kind => "surgery-day-off";
}

public sealed record SurgeryEnded : ISchoolEvent
{
    public string Kind => "surgery-ended";
}
