using Kept.Domain.Schools;
using Kept.Store.Handovers;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>How far a handover has come, in a few words.</summary>
internal static class HandoverWords
{
    public static string State(HandoverRow row) => row switch
    {
        { WithdrawnBecause: not null } => "Taken back",
        { ClosedAt: not null } => "Acknowledged",
        { Asked: > 0 } => $"{row.Asked} asked, {row.Acknowledged} of {row.Lines} acknowledged",
        _ => $"{row.Acknowledged} of {row.Lines} acknowledged"
    };

    public static LocalDate On(Instant moment) => moment.InZone(School.Zone).Date;
}
