namespace Kept.Domain.Actions;

/// <summary>The four, and only these (rule 3). Late, due and dead are computed.</summary>
public enum ActionStatus
{
    Open,
    InProgress,
    Done,
    Parked
}

public static class ActionStatuses
{
    public static string InWords(this ActionStatus status) => status switch
    {
        ActionStatus.InProgress => "In progress",
        ActionStatus.Done => "Done",
        ActionStatus.Parked => "Parked",
        _ => "Open"
    };

    /// <summary>Still to be done, and so due on a day.</summary>
    public static bool IsOpen(this ActionStatus status) => status is ActionStatus.Open or ActionStatus.InProgress;

    /// <summary>Reads the words that schools use in spreadsheets; null when it is none of the four.</summary>
    public static ActionStatus? Read(string? text) => Text.Key(text ?? "") switch
    {
        "" or "open" or "new" or "not started" or "to do" or "todo" or "outstanding" or "pending" => ActionStatus.Open,
        "in progress" or "inprogress" or "ongoing" or "on going" or "started" or "wip" or "active" or "underway" => ActionStatus.InProgress,
        "done" or "complete" or "completed" or "closed" or "finished" or "actioned" or "yes" or "y" => ActionStatus.Done,
        "parked" or "on hold" or "onhold" or "paused" or "deferred" or "postponed" => ActionStatus.Parked,
        _ => null
    };
}
