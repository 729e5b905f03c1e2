using Kept.Domain.Access;
using Kept.Domain.Actions;
using NodaTime;
using static Kept.Domain.Tests.Actions.Sample;

namespace Kept.Domain.Tests.Actions;

/// <summary>What may be agreed: rules 1 and 2; and what is computed: rule 3.</summary>
public sealed class AgreedActionTests
{
    [Fact]
    public void An_action_is_one_thing_one_person_will_do_by_a_date()
    {
        var action = AgreedAction.Agree(Agreement("  Ring   the therapist "), Teacher, Today, Today, Now).OrThrow();

        Assert.Equal("Ring the therapist", action.What);
        Assert.Equal((Teacher.PersonId, Today, ActionStatus.Open), (action.OwnerId, action.DueOn, action.Status));
        Assert.Equal((Now, 1), (action.TouchedAt, action.Version));
    }

    [Fact]
    public void Rule_1_no_action_without_an_owner() =>
        Refused.With(AgreedAction.Agree(Agreement(), owner: null, Today, Today, Now), "the one person", "Owner");

    [Fact]
    public void Rule_1_an_owner_is_active_on_the_day()
    {
        var leaves = Teacher with { LeftOn = Today.PlusDays(-1) };
        var lastDay = Teacher with { LeftOn = Today };

        Refused.With(AgreedAction.Agree(Agreement(), leaves, Today, Today, Now), "Mr Ellis has left", "Owner");
        Assert.False(AgreedAction.Agree(Agreement(), lastDay, Today, Today, Now).Refused(out _));
    }

    [Fact]
    public void Rule_2_no_action_without_a_date() =>
        Refused.With(AgreedAction.Agree(Agreement(), Teacher, dueOn: null, Today, Now), "Enter the date", nameof(AgreedAction.DueOn));

    [Fact]
    public void Rule_2_a_date_on_a_closed_day_is_taken()
    {
        var saturday = new LocalDate(2026, 5, 9);

        Assert.Equal(saturday, AgreedAction.Agree(Agreement(), Teacher, saturday, Today, Now).OrThrow().DueOn);
    }

    [Fact]
    public void No_date_before_it_was_agreed() =>
        Refused.With(AgreedAction.Agree(Agreement(), Teacher, Today.PlusDays(-1), Today, Now), "on or after the day it was agreed", nameof(AgreedAction.DueOn));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    public void No_action_without_an_act(string? what) =>
        Refused.With(AgreedAction.Agree(Agreement(what), Teacher, Today, Today, Now), "Enter what has been agreed", nameof(AgreedAction.What));

    [Fact]
    public void An_action_is_short()
    {
        Refused.With(AgreedAction.Agree(Agreement(new string('x', AgreedAction.WhatMaxLength + 1)), Teacher, Today, Today, Now), "300 characters", nameof(AgreedAction.What));
        Assert.False(AgreedAction.Agree(Agreement(new string('x', AgreedAction.WhatMaxLength)), Teacher, Today, Today, Now).Refused(out _));
    }

    [Theory]
    [InlineData(Visibility.Staff)]
    [InlineData(Visibility.SendTeam)]
    [InlineData(Visibility.Safeguarding)]
    public void A_carer_owns_only_what_the_family_sees(Visibility visibility) =>
        Refused.With(AgreedAction.Agree(Agreement(visibility: visibility), Mother, Today, Today, Now), "Ms Bennett could not see this action", "Owner");

    [Fact]
    public void An_owner_can_see_their_own_action()
    {
        Refused.With(AgreedAction.Agree(Agreement(visibility: Visibility.SendTeam), Teacher, Today, Today, Now), "may not see", "Owner");
        Refused.With(AgreedAction.Agree(Agreement(visibility: Visibility.Staff), Office, Today, Today, Now), "may not see", "Owner");
        Refused.With(AgreedAction.Agree(Agreement(visibility: Visibility.Safeguarding), Senco, Today, Today, Now), "may not see", "Owner");
        Refused.With(AgreedAction.Agree(Agreement(visibility: Visibility.Safeguarding), Psychologist, Today, Today, Now), "may not see", "Owner");
        Refused.With(AgreedAction.Agree(Agreement(), Governor, Today, Today, Now), "may not see", "Owner");
        Assert.False(AgreedAction.Agree(Agreement(visibility: Visibility.Safeguarding), Dsl, Today, Today, Now).Refused(out _));
        Assert.False(AgreedAction.Agree(Agreement(visibility: Visibility.SendTeam), Psychologist, Today, Today, Now).Refused(out _));
    }

    [Fact]
    public void Rule_3_late_and_due_are_computed()
    {
        var action = Action();

        Assert.False(action.IsLateOn(action.DueOn));
        Assert.True(action.IsDueOn(action.DueOn));
        Assert.True(action.IsLateOn(action.DueOn.PlusDays(1)));
        Assert.False(action.IsDueOn(action.DueOn.PlusDays(1)));
    }

    [Fact]
    public void Rule_3_what_is_done_or_parked_is_never_late_or_dead()
    {
        foreach (var action in (AgreedAction[])[Done(), Parked()])
        {
            Assert.False(action.IsLateOn(Today.PlusDays(100)));
            Assert.False(action.IsDueOn(action.DueOn));
            Assert.False(action.IsDeadAt(Now + Duration.FromDays(400), 30));
        }
    }

    [Fact]
    public void Rule_3_what_nobody_touches_for_thirty_days_is_dead()
    {
        var action = Action();

        Assert.False(action.IsDeadAt(Now + Duration.FromDays(30) - Duration.FromMilliseconds(1), 30));
        Assert.True(action.IsDeadAt(Now + Duration.FromDays(30), 30));
    }

    [Fact]
    public void A_parked_action_asks_again_on_its_day()
    {
        var parked = Parked();

        Assert.False(parked.IsToLookAgainOn(parked.DueOn.PlusDays(-1)));
        Assert.True(parked.IsToLookAgainOn(parked.DueOn));
        Assert.True(parked.IsToLookAgainOn(parked.DueOn.PlusDays(1)));
        Assert.False(Action().IsToLookAgainOn(Today.PlusDays(100)));
    }

    [Theory]
    [InlineData("Open", ActionStatus.Open)]
    [InlineData("not started", ActionStatus.Open)]
    [InlineData("", ActionStatus.Open)]
    [InlineData("Ongoing", ActionStatus.InProgress)]
    [InlineData("In-progress", ActionStatus.InProgress)]
    [InlineData("COMPLETE", ActionStatus.Done)]
    [InlineData("Closed", ActionStatus.Done)]
    [InlineData("On hold", ActionStatus.Parked)]
    [InlineData("Unsure", null)]
    public void The_words_of_spreadsheets_become_one_of_the_four(string words, ActionStatus? status) => Assert.Equal(status, ActionStatuses.Read(words));
}
