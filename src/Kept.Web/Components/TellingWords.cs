using Kept.Domain.Telling;
using Kept.Store.Telling;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>How staff read what became of telling somebody.</summary>
public static class TellingWords
{
    public static string InWords(this NoticeOf of) => of switch
    {
        NoticeOf.Agreed => "a conversation that is shared",
        NoticeOf.Changed => "a change to what was agreed",
        NoticeOf.Meeting => "a meeting",
        NoticeOf.Plan => "a new version of the plan",
        NoticeOf.Answer => "the answer to what they raised",
        NoticeOf.PlanAnswer => "the answer to what they said of the plan",
        NoticeOf.Message => "a message",
        _ => "news"
    };

    public static string InWords(this WayToTell way) => way switch
    {
        WayToTell.Email => "Email",
        WayToTell.Text => "Text",
        WayToTell.Letter => "Letter",
        _ => "In person or by phone"
    };

    /// <summary>"Emailed 5 May, 9:41am", "To be told in person", "Opened 6 May, 7:02pm".</summary>
    public static string InWords(this ToldLine line, LocalDate today)
    {
        var (notice, dispatch) = (line.Notice, line.Dispatch);
        return notice switch
        {
            { OpenedAt: { } opened } => $"Opened {When(opened, today)}",
            { WithheldAt: { } } when dispatch is { State: DispatchState.Dropped, Way: WayToTell.Letter, Problem: not null, SaidById: not null } =>
                $"Not told: the letter came out empty, and somebody looked {When(dispatch.SettledAt ?? dispatch.MadeAt, today)}",
            { WithheldAt: not null } => "Not told: they may not be, or it is not shared any more",
            { TellAt: { } tell } => $"Will be told {When(tell, today)}",
            _ => dispatch switch
            {
                { State: DispatchState.Sent or DispatchState.Delivered } => $"{dispatch.InWords(today)}, not opened yet",
                null => "Not told",
                _ => dispatch.InWords(today)
            }
        };
    }

    /// <summary>"Texted and delivered 5 May, 9.41am", "Waits for a letter".</summary>
    public static string InWords(this Dispatch dispatch, LocalDate today) => dispatch switch
    {
        { State: DispatchState.Waiting or DispatchState.Sending } => $"{dispatch.Way.InWords()} on its way",
        { State: DispatchState.Sent } => $"{Sent(dispatch.Way)} {When(dispatch.SettledAt ?? dispatch.MadeAt, today)}",
        { State: DispatchState.Delivered } => $"{Sent(dispatch.Way)} and delivered {When(dispatch.SettledAt ?? dispatch.MadeAt, today)}",
        { State: DispatchState.ByHand, Way: WayToTell.Letter } => "Waits for a letter",
        { State: DispatchState.ByHand } => "Waits to be told in person or by phone",
        { State: DispatchState.Told } => $"Told {When(dispatch.SettledAt ?? dispatch.MadeAt, today)}",
        { State: DispatchState.Unclear, AskAt: not null } => "May not have arrived: Kept is asking",
        { State: DispatchState.Unclear } => "May not have arrived",
        { State: DispatchState.Failed } => "Could not be reached",
        _ => "Not told"
    };

    public static TagKind Kind(this ToldLine line) => line switch
    {
        { Notice.OpenedAt: not null } or { Dispatch.State: DispatchState.Told } => TagKind.Done,
        { Notice.WithheldAt: not null } or { Dispatch.State: DispatchState.Unclear or DispatchState.Failed } => TagKind.Late,
        { Dispatch.State: DispatchState.ByHand } => TagKind.Due,
        _ => TagKind.Wait
    };

    public static string When(Instant at, LocalDate today)
    {
        var local = at.InZone(Domain.Schools.School.Zone).LocalDateTime;
        return $"{Days.Plain(local.Date, today)}, {Days.Time(local.TimeOfDay)}";
    }

    private static string Sent(WayToTell way) => way is WayToTell.Text ? "Texted" : "Emailed";
}
