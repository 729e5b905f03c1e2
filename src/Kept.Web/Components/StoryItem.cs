using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Reviews;
using Kept.Store.Actions;
using Kept.Store.Log;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>An entry of the story with the actions that were agreed in it.</summary>
public sealed record StoryItem(StoryEntry Entry, IReadOnlyList<ActionRow> Actions, LocalDate Today, bool Whole = false)
{
    public string Heading =>
        $"{Days.Plain(Entry.HappenedOn, Today)} · {Entry.Channel.InWords().ToLowerInvariant()}{(Entry.Who is null ? "" : $" with {Entry.Who}")}";

    public bool IsLate => Actions.Any(a => a.IsLateOn(Today));

    public string Logged => Entry.WasLoggedTheSameDay
        ? $"Logged the same day by {Entry.LoggedBy}"
        : $"Logged {Days.Plain(Entry.LoggedAt.InZone(Domain.Schools.School.Zone).Date, Today)} by {Entry.LoggedBy}";

    public string SeenBy => Words(Entry.Visibility);

    public static string Words(DidItHappen happened) => happened switch
    {
        DidItHappen.Yes => "It happened.",
        DidItHappen.Partly => "It partly happened.",
        _ => "It did not happen."
    };

    public static string Words(Visibility visibility) => visibility switch
    {
        Visibility.Family => "shared with family",
        Visibility.Staff => "staff only",
        Visibility.SendTeam => "SEND team only",
        _ => "safeguarding leads only"
    };
}
