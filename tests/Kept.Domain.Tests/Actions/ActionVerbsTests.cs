using Kept.Domain.Access;
using Kept.Domain.Actions;
using static Kept.Domain.Tests.Actions.Sample;

namespace Kept.Domain.Tests.Actions;

/// <summary>Each verb says what happened, asks for its reason, touches the action once, and changes nothing when it is refused.</summary>
public sealed class ActionVerbsTests
{
    private static readonly string TooLong = new('x', AgreedAction.ReasonMaxLength + 1);

    [Fact]
    public void Starting_makes_it_in_progress()
    {
        var action = Action();

        var happened = action.Start(Later).OrThrow();

        Assert.Equal((action.PupilId, action.Id), (happened.PupilId, happened.ActionId));
        Assert.Equal((ActionStatus.InProgress, Later, 2), (action.Status, action.TouchedAt, action.Version));
        Refused.With(action.Start(Later), "in progress already");
        Refused.With(Done().Start(Later), "done already");
        Refused.With(Parked().Start(Later), "parked already");
    }

    [Fact]
    public void Done_keeps_the_day_the_evidence_and_what_changed()
    {
        var action = Action();

        action.MarkDone(" He comes in  smiling ", "Emailed 3 May", Today, Later).OrThrow();

        Assert.Equal((ActionStatus.Done, Today, "He comes in smiling", "Emailed 3 May"), (action.Status, action.DoneOn, action.WhatChanged, action.Evidence));
        Assert.Equal((Later, 2), (action.TouchedAt, action.Version));
    }

    [Fact]
    public void Done_needs_no_words_and_takes_no_essays()
    {
        Assert.False(Action().MarkDone(null, null, Today, Later).Refused(out _));
        Refused.With(Action().MarkDone(TooLong, null, Today, Later), "500 characters");
        Refused.With(Action().MarkDone(null, TooLong, Today, Later), "500 characters");
        Refused.With(Done().MarkDone(null, null, Today, Later), "already done");
        Assert.False(Parked().MarkDone(null, null, Today, Later).Refused(out _));
    }

    [Fact]
    public void A_date_moves_with_its_reason()
    {
        var action = Action();
        var was = action.DueOn;

        var happened = action.MoveTo(Today.PlusDays(10), " He was  away ", Today, Later).OrThrow();

        Assert.Equal((was, Today.PlusDays(10), "He was away"), (happened.From, happened.To, happened.Reason));
        Assert.Equal((Today.PlusDays(10), Later, 2), (action.DueOn, action.TouchedAt, action.Version));
    }

    [Fact]
    public void A_date_does_not_move_to_nowhere_nor_without_a_reason()
    {
        var action = Action();

        Refused.With(action.MoveTo(null, "Away", Today, Later), "Enter the new date", nameof(AgreedAction.DueOn));
        Refused.With(action.MoveTo(Today.PlusDays(-1), "Away", Today, Later), "today or later", nameof(AgreedAction.DueOn));
        Refused.With(action.MoveTo(action.DueOn, "Away", Today, Later), "date it already has", nameof(AgreedAction.DueOn));
        Refused.With(action.MoveTo(Today, " ", Today, Later), "Say why", "Reason");
        Refused.With(action.MoveTo(Today, TooLong, Today, Later), "500 characters", "Reason");
        Refused.With(Done().MoveTo(Today, "Away", Today, Later), "Reopen it first");
        Assert.Equal((Now, 1), (action.TouchedAt, action.Version));
    }

    [Fact]
    public void Another_owner_is_given_it_with_the_reason()
    {
        var action = Action();

        var happened = action.GiveTo(Teacher, "Teaches him daily", Today, Later).OrThrow();

        Assert.Equal((Senco.PersonId, Teacher.PersonId, "Teaches him daily"), (happened.From, happened.To, happened.Reason));
        Assert.Equal((Teacher.PersonId, Later, 2), (action.OwnerId, action.TouchedAt, action.Version));
    }

    [Fact]
    public void Nobody_who_could_not_do_it_is_given_it()
    {
        var action = Action(Visibility.SendTeam);

        Refused.With(action.GiveTo(null, "Away", Today, Later), "the one person", "Owner");
        Refused.With(action.GiveTo(Senco, "Away", Today, Later), "has this action already", "Owner");
        Refused.With(action.GiveTo(Teacher, "Away", Today, Later), "may not see", "Owner");
        Refused.With(action.GiveTo(Mother, "Away", Today, Later), "could not see", "Owner");
        Refused.With(action.GiveTo(Psychologist with { LeftOn = Today.PlusDays(-1) }, "Away", Today, Later), "has left", "Owner");
        Refused.With(action.GiveTo(Psychologist, "", Today, Later), "Say why", "Reason");
        Refused.With(Done().GiveTo(Teacher, "Away", Today, Later), "Reopen it first");
        Assert.Equal((Senco.PersonId, 1), (action.OwnerId, action.Version));
    }

    [Fact]
    public void Rule_3_parking_needs_a_reason_and_a_day_to_look_again()
    {
        var action = Action();

        Refused.With(action.Park(" ", Today.PlusDays(1), Today, Later), "Say why", "Reason");
        Refused.With(action.Park("Waiting", null, Today, Later), "a date after today", nameof(AgreedAction.DueOn));
        Refused.With(action.Park("Waiting", Today, Today, Later), "a date after today", nameof(AgreedAction.DueOn));
        Refused.With(Done().Park("Waiting", Today.PlusDays(1), Today, Later), "done already");
        Refused.With(Parked().Park("Waiting", Today.PlusDays(1), Today, Later), "parked already");

        var happened = action.Park("Waiting for the report", Today.PlusDays(14), Today, Later).OrThrow();

        Assert.Equal((Today.PlusDays(14), "Waiting for the report"), (happened.LookAgainOn, happened.Reason));
        Assert.Equal((ActionStatus.Parked, Today.PlusDays(14), Later, 2), (action.Status, action.DueOn, action.TouchedAt, action.Version));
    }

    [Fact]
    public void Rule_4_what_is_done_can_be_opened_again_and_what_it_said_stays()
    {
        var action = Done();

        Refused.With(Action().Reopen("Not yet", Today, Today, Later), "open already");
        Refused.With(action.Reopen(null, Today, Today, Later), "Say why", "Reason");
        Refused.With(action.Reopen("Not yet", null, Today, Later), "today or later", nameof(AgreedAction.DueOn));
        Refused.With(action.Reopen("Not yet", Today.PlusDays(-1), Today, Later), "today or later", nameof(AgreedAction.DueOn));

        action.Reopen("It stopped after a week", Today.PlusDays(7), Today, Later).OrThrow();

        Assert.Equal((ActionStatus.Open, Today.PlusDays(7), null), (action.Status, action.DueOn, action.DoneOn));
        Assert.Equal("Reading record", action.Evidence);
        Assert.False(Parked().Reopen("It came", Today, Today, Later).Refused(out _));
    }

    [Fact]
    public void An_action_follows_its_entry_only_where_its_owner_can_follow()
    {
        var action = Action(owner: Teacher);

        Assert.Null(action.ShowTo(Visibility.Family, Teacher));
        Assert.Equal(1, action.Version);
        Refused.Is(action.ShowTo(Visibility.SendTeam, Teacher), "Mr Ellis owns an action", "Visibility");
        Assert.Equal(Visibility.Family, action.Visibility);
        Assert.Null(action.ShowTo(Visibility.Staff, Teacher));
        Assert.Equal((Visibility.Staff, 2), (action.Visibility, action.Version));
    }

    /// <summary>Rule 13: only an act that says what was done does anything. Asking is not doing.</summary>
    [Fact]
    public void Rule_13_looking_does_not_touch_it()
    {
        var action = Action();

        _ = (action.IsLateOn(Today), action.IsDueOn(Today), action.IsDeadAt(Later, 30), action.IsToLookAgainOn(Today), action.IsOpen);

        Assert.Equal((Now, 1), (action.TouchedAt, action.Version));
    }

    [Fact]
    public void The_line_of_history_keeps_the_reason_and_both_ends()
    {
        var action = Action();
        var moved = action.MoveTo(Today.PlusDays(10), "He was away", Today, Later).OrThrow();
        var given = action.GiveTo(Teacher, "Teaches him", Today, Later).OrThrow();

        var first = ActionChange.Of(moved, action.SchoolId, Senco.PersonId, Later);
        var second = ActionChange.Of(given, action.SchoolId, Senco.PersonId, Later);

        Assert.Equal(("action-moved", "He was away", Today.PlusDays(3), Today.PlusDays(10)), (first.Kind, first.Reason, first.FromDay, first.ToDay));
        Assert.Equal(("action-reassigned", Senco.PersonId, Teacher.PersonId), (second.Kind, second.FromOwnerId, second.ToOwnerId));
    }
}
