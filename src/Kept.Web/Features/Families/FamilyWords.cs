using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.Schools;
using Kept.Store.Families;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>What a carer reads, in plain words: short sentences, no word that only schools use.</summary>
public static class FamilyWords
{
    public static string Who(this Agreement agreement) => agreement.Owner switch
    {
        OwnerShared.You => "You",
        OwnerShared.SomebodyInTheFamily => "Somebody in your family",
        _ => agreement.OwnerName ?? "The school"
    };

    /// <summary>"By Friday 15 May", "3 days late", "Done 29 April", "We look again on 3 June".</summary>
    public static string Standing(this Agreement agreement, LocalDate today) => agreement.Status switch
    {
        ActionStatus.Done => agreement.DoneOn is { } done ? $"Done {Days.Plain(done, today)}" : "Done",
        ActionStatus.Parked => $"We look again on {Days.Plain(agreement.DueOn, today)}",
        _ when agreement.IsLateOn(today) => Days.Due(agreement.DueOn, today),
        _ when agreement.DueOn == today => "By today",
        _ => $"By {Days.Spoken(agreement.DueOn)}"
    };

    public static TagKind Kind(this Agreement agreement, LocalDate today) => agreement.Status switch
    {
        ActionStatus.Done => TagKind.Done,
        ActionStatus.Parked => TagKind.Parked,
        _ when agreement.IsLateOn(today) => TagKind.Late,
        _ when agreement.DueOn == today => TagKind.Due,
        _ => TagKind.Plain
    };

    /// <summary>"Moved from 2 May to 9 May: I was away on Friday".</summary>
    public static string Said(this Shift shift, LocalDate today)
    {
        var to = shift.To is { } day ? Days.Plain(day, today) : null;
        var moved = (shift.Kind, shift.From) switch
        {
            ("action-parked", _) => to is null ? "Put off for now" : $"Put off. We look again on {to}",
            ("action-reopened", _) => to is null ? "Begun again" : $"Begun again, to be done by {to}",
            (_, { } from) => $"Moved from {Days.Plain(from, today)} to {to}",
            _ => $"Moved to {to}"
        };
        return shift.Reason is { } why ? $"{moved}: {why}" : moved;
    }

    public static string Said(this MeetingShared meeting, LocalDate today) =>
        $"{Days.Spoken(meeting.On)}{(meeting.On.Year == today.Year ? "" : $" {meeting.On.Year}")}, {Days.Time(meeting.At)}";

    /// <summary>"Last changed on 3 September. We look at it again on 18 December".</summary>
    public static string Said(this PlanShared plan, LocalDate today)
    {
        var changed = $"Last changed on {Days.Plain(plan.PublishedAt.InZone(School.Zone).Date, today)}";
        return plan.ReviewOn is { } on ? $"{changed}. We look at it again on {Days.Plain(on, today)}" : changed;
    }

    /// <summary>"3 May: it was Tuesday and not Monday".</summary>
    public static string Said(this Correction was, LocalDate today) => $"{Days.Plain(was.At.InZone(School.Zone).Date, today)}: {was.Reason}";

    /// <summary>What it said before, its day included, where that is no longer what it says.</summary>
    public static IEnumerable<string> Before(this Correction was, ConversationShared now, LocalDate today) =>
        new[] { Days.Plain(was.On, today), was.Issue, was.Said, was.Note }.OfType<string>().Except([Days.Plain(now.On, today), now.Issue, now.Said, now.Note]).OfType<string>();

    /// <summary>What became of a meeting whose day has passed; null for one to come.</summary>
    public static string? Became(this MeetingShared meeting, LocalDate today) => meeting.Status switch
    {
        MeetingStatus.Cancelled => "Did not take place",
        MeetingStatus.Held => null,
        _ when meeting.IsToComeOn(today) => null,
        _ => "Not written up yet"
    };
}
