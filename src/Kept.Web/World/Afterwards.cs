using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Reviews;
using NodaTime;

namespace Kept.Web.World;

/// <summary>A conversation that was told, with the rows it left.</summary>
internal sealed record Told(
    Conversation Talk, Child Child, Relationship Tie, Adult By, LogEntry Entry,
    IReadOnlyList<(Promise Promise, AgreedAction Action)> Actions, Enquiry? Enquiry);

/// <summary>What becomes of what was promised: mostly kept on time, as schools do.</summary>
internal sealed class Afterwards(Cast cast, Timeline timeline, Deeds deeds, Dice dice)
{
    private static readonly string[] Evidence = ["Note in the class diary", "Email in the pupil’s file", "Told at pick-up", "Photo in the learning journal", "On the staff noticeboard"];

    private static readonly string[] MoveReasons =
    [
        "{name} was away this week", "The hall was used for the school play", "The report has not come yet", "{Carer} asked for one more week",
        "I was on a course", "Waiting for the delivery of the coloured paper"
    ];

    private static readonly string[] ParkReasons =
    [
        "The waiting list is closed until the new year", "{Carer} wants to see first how the new timetable goes", "Waits for the hearing test", "{name} asked for a pause"
    ];

    public void Follow(Told told, Ending ending)
    {
        if (ending is Ending.Begun)
        {
            var (_, action) = told.Actions[0];
            timeline.At(Morning(cast.Calendar.After(told.Entry.HappenedOn, 2)), () => deeds.StartAsync(told.By, action));
        }

        if (ending is Ending.Acknowledged)
        {
            var promised = cast.Calendar.OnOrAfter(timeline.Today.PlusDays(3));
            timeline.At(Morning(cast.Calendar.After(told.Entry.HappenedOn, 1)), () => deeds.AcknowledgeAsync(told.By, told.Enquiry!, promised));
        }

        if (ending is not Ending.AsItFalls)
        {
            return;
        }

        foreach (var (promise, action) in told.Actions)
        {
            FollowAction(told, promise, action);
        }

        FollowReview(told);
        FollowEnquiry(told);
    }

    private void FollowAction(Told told, Promise promise, AgreedAction action)
    {
        var calendar = cast.Calendar;
        var doer = promise.Part is "carer" or "ep" or "salt" or "ot" or "officer" ? told.By : cast.Playing(promise.Part, told.Child);
        var changed = told.Child.In(promise.Outcome, told.Tie);
        Task Finish() => deeds.FinishAsync(doer, action, changed, dice.Chance(30) ? dice.Pick(Evidence) : null);
        switch (dice.Between(1, 100))
        {
            case <= 62:
                timeline.At(Afternoon(LocalDate.Max(calendar.After(told.Entry.HappenedOn, 1), calendar.Before(action.DueOn, dice.Between(0, 2)))), Finish);
                break;
            case <= 74:
                timeline.At(Morning(calendar.After(action.DueOn, dice.Between(1, 5))), Finish);
                break;
            case <= 84:
                timeline.At(Morning(calendar.After(told.Entry.HappenedOn, 1)), () => deeds.StartAsync(doer, action));
                timeline.At(Afternoon(action.DueOn), Finish);
                break;
            case <= 91:
                var later = calendar.OnOrAfter(action.DueOn.PlusDays(dice.Between(5, 12)));
                timeline.At(Afternoon(action.DueOn), () => deeds.MoveAsync(doer, action, later, told.Child.In(dice.Pick(MoveReasons), told.Tie)));
                timeline.At(Afternoon(later), Finish);
                break;
            case <= 96:
                var again = calendar.OnOrAfter(action.DueOn.PlusDays(dice.Between(21, 60)));
                timeline.At(Afternoon(action.DueOn), () => deeds.ParkAsync(doer, action, again, told.Child.In(dice.Pick(ParkReasons), told.Tie)));
                timeline.At(Morning(calendar.After(again, 1)), Finish);
                break;
            default:
                timeline.At(Afternoon(action.DueOn), () => HandOnAsync(told, action, doer));
                timeline.At(Afternoon(calendar.After(action.DueOn, 8)), Finish);
                break;
        }
    }

    private async Task HandOnAsync(Told told, AgreedAction action, Adult doer)
    {
        var to = cast.Playing("senco", told.Child).Owner;
        if (to.PersonId != action.OwnerId && to.MaySee(action.Visibility))
        {
            await deeds.GiveAsync(doer, action, to, "I am away for two weeks; the SENCO will see it through");
        }
    }

    private void FollowReview(Told told)
    {
        if (told.Entry.ReviewOn is not { } due)
        {
            return;
        }

        var look = told.Talk.LookBack ?? new LookBack(0, DidItHappen.Yes, "Done as agreed, and it helped", null);
        var held = cast.Calendar.After(due, dice.Chance(75) ? 0 : dice.Between(1, 3));
        var again = look.WhatNext is null ? (LocalDate?)null : cast.Calendar.OnOrAfter(held.PlusDays(42));
        var (changed, next) = (told.Child.In(look.WhatChanged, told.Tie), told.Child.In(look.WhatNext, told.Tie));
        timeline.At(Timeline.Moment(held, 15, dice.Between(20, 59)), () => deeds.ReviewAsync(told.By, told.Entry, look, changed, next, again));
        if (again is { } second)
        {
            timeline.At(Timeline.Moment(second, 15, dice.Between(20, 59)),
                () => deeds.ReviewAsync(told.By, told.Entry, look with { Happened = DidItHappen.Yes }, "Still going well", null, null));
        }
    }

    private void FollowEnquiry(Told told)
    {
        if (told.Enquiry is not { } enquiry)
        {
            return;
        }

        var acknowledged = cast.Calendar.After(told.Entry.HappenedOn, dice.Between(1, 3));
        var promised = cast.Calendar.After(acknowledged, dice.Between(2, 6));
        var answer = told.Child.In(told.Talk.Answer ?? "Rang and answered in full", told.Tie);
        timeline.At(Morning(acknowledged), () => deeds.AcknowledgeAsync(told.By, enquiry, promised));
        timeline.At(Afternoon(promised), () => deeds.AnswerAsync(told.By, enquiry, answer));
    }

    private Instant Morning(LocalDate day) => Timeline.Moment(day, dice.Between(8, 11), dice.Between(0, 59));

    private Instant Afternoon(LocalDate day) => Timeline.Moment(day, dice.Between(12, 16), dice.Between(0, 59));
}
