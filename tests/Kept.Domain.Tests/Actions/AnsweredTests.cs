using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using NodaTime;
using static Kept.Domain.Tests.Actions.Sample;

namespace Kept.Domain.Tests.Actions;

/// <summary>Rule 14: a promise is kept when the family says so too.</summary>
public sealed class AnsweredTests
{
    private static readonly Id<Person> Mother = Id<Person>.New();
    private static readonly Id<Person> Father = Id<Person>.New();
    private static readonly Instant Later = Now + Duration.FromDays(1);

    [Fact]
    public void Rule_14_a_carers_answer_stands_beside_the_schools_word()
    {
        var action = Done();

        var answer = Said(action, Mother, FamilySays.NotYet, "  It has not come home ");

        Assert.Equal(ActionStatus.Done, action.Status);
        Assert.Equal(FamilySays.NotYet, action.FamilySays);
        Assert.Equal("It has not come home", answer.Missing);
        Assert.True(answer.IsTheirOwn);
    }

    [Fact]
    public void Rule_14_two_carers_who_disagree_are_both_kept_and_what_is_missing_for_one_stands()
    {
        var action = Done();
        var yes = Said(action, Father, FamilySays.Happened);
        Assert.Equal(FamilySays.Happened, action.FamilySays);

        var not = Said(action, Mother, FamilySays.NotYet, before: [yes]);

        Assert.Equal(FamilySays.NotYet, action.FamilySays);
        Assert.Equal([FamilySays.Happened, FamilySays.NotYet], action.Standing([yes, not]).OrderBy(x => x.Value.Says).Select(x => x.Value.Says));
    }

    [Fact]
    public void Rule_14_a_changed_answer_is_another_one_and_the_latest_counts()
    {
        var action = Done();
        var first = Said(action, Mother, FamilySays.NotYet, "Not here");

        var second = Said(action, Mother, FamilySays.Happened, "ignored with yes", before: [first], at: Later);

        Assert.Equal(FamilySays.Happened, action.FamilySays);
        Assert.Null(second.Missing);
        Assert.Equal((FamilySays.NotYet, "Not here"), (first.Says, first.Missing));
        Assert.Equal(second, action.Standing([second, first])[Mother]);
    }

    [Fact]
    public void What_is_begun_again_waits_for_a_new_answer()
    {
        var action = Done();
        var before = Said(action, Mother, FamilySays.NotYet);

        action.Reopen("It was not done after all", Today.PlusDays(3), Today, Later).OrThrow();
        Assert.Null(action.FamilySays);
        Refused.With(action.Answer(Mother, FamilySays.Happened, null, [before], Mother, Later), "once it is done", field: null);

        action.MarkDone(null, null, Today, Later).OrThrow();
        Assert.Null(action.FamilySays);
        Assert.Empty(action.Standing([before]));
        Said(action, Father, FamilySays.Happened, before: [before], at: Later);
        Assert.Equal(FamilySays.Happened, action.FamilySays);
    }

    [Fact]
    public void Only_what_is_shared_with_the_family_is_theirs_to_answer()
    {
        var action = AgreedAction.Agree(Agreement() with { Visibility = Visibility.Staff }, Teacher, Today, Today, Now).OrThrow();
        action.MarkDone(null, null, Today, Now).OrThrow();

        Refused.With(action.Answer(Mother, FamilySays.Happened, null, [], Mother, Now), "Only what is shared", field: null);
    }

    [Fact]
    public void Nobody_says_of_their_own_promise_whether_it_happened() =>
        Refused.With(Done().Answer(Teacher.PersonId, FamilySays.Happened, null, [], Teacher.PersonId, Now), "their own promise", nameof(CarerAnswer.CarerId));

    [Fact]
    public void An_answer_says_one_of_two_things_in_bounded_words()
    {
        Refused.With(Done().Answer(Mother, says: null, null, [], Mother, Now), "Choose yes or not yet", nameof(CarerAnswer.Says));
        Refused.With(Done().Answer(Mother, FamilySays.NotYet, new string('x', 501), [], Mother, Now), "500 characters", nameof(CarerAnswer.Missing));
    }

    [Fact]
    public void What_staff_wrote_down_for_a_carer_says_who_wrote_it() =>
        Assert.False(Done().Answer(Mother, FamilySays.Happened, null, [], Teacher.PersonId, Now).OrThrow().IsTheirOwn);

    private static AgreedAction Done()
    {
        var action = AgreedAction.Agree(Agreement() with { Visibility = Visibility.Family }, Teacher, Today, Today, Now).OrThrow();
        action.MarkDone(null, null, Today, Now).OrThrow();
        return action;
    }

    private static CarerAnswer Said(AgreedAction action, Id<Person> carer, FamilySays says, string? missing = null, CarerAnswer[]? before = null, Instant? at = null) =>
        action.Answer(carer, says, missing, before ?? [], carer, at ?? Now).OrThrow();
}
