using Kept.Domain.Ledger;

namespace Kept.Domain.Schools;

public sealed record SchoolOpened : ISchoolEvent
{
    public string Kind => "school-opened";
}

public sealed record CalendarChanged : ISchoolEvent
{
    public string Kind => "calendar-changed";
}

public sealed record SettingsChanged : ISchoolEvent
{
    public string Kind => "settings-changed";
}
