using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Families;

/// <summary>A school’s questions before a meeting: Kept’s own until it says otherwise, and never changed beneath an answer.</summary>
public sealed class QuestionSetTests
{
    private static readonly Id<Person> Senco = Id<Person>.New();

    private readonly School school = new() { Id = Id<School>.New(), TrustId = Id<Trust>.New(), Slug = "hillview", Name = "Hillview" };

    [Fact]
    public void A_school_begins_with_the_four_of_Kept()
    {
        var set = New();

        Assert.True(set.IsKepts);
        Assert.Equal("well,worries,want,child", set.Arrangement);
        Assert.All(set.All, q => Assert.Null(q.Words));
        Assert.Equal([false, false, false, true], set.All.Select(q => q.IsTheChilds));
    }

    [Fact]
    public void One_more_comes_before_the_childs_and_there_are_eight_at_most()
    {
        var set = New();

        Assert.False(set.Add("  What helps  at home? ").Refused(out _));

        Assert.Equal("What helps at home?", set.All[3].Asked.Words);
        Assert.True(set.All[4].IsTheChilds);
        Assert.False(set.IsKepts);
        for (var i = 6; i <= QuestionSet.Most; i++)
        {
            Assert.False(set.Add($"Question {i}?").Refused(out _));
        }

        Assert.True(set.Add("One too many?").Refused(out var refusal));
        Assert.Equal(nameof(SchoolQuestion.Words), refusal.Field);
        Assert.Equal(QuestionSet.Most, set.All.Count);
    }

    [Theory]
    [InlineData(" ", "Enter the question")]
    [InlineData("what worries YOU?", "You ask this already")]
    public void What_is_no_question_or_one_that_is_asked_is_refused(string words, string sentence)
    {
        Assert.True(New().Add(words).Refused(out var refusal));

        Assert.Equal((sentence, nameof(SchoolQuestion.Words)), (refusal.Sentence, refusal.Field));
    }

    [Fact]
    public void A_question_may_be_so_long_and_no_longer()
    {
        Assert.False(New().Add(new string('x', SchoolQuestion.WordsMaxLength)).Refused(out _));
        Assert.True(New().Add(new string('x', SchoolQuestion.WordsMaxLength + 1)).Refused(out _));
    }

    [Fact]
    public void Other_words_are_another_question_in_the_same_place_and_the_one_before_stays_as_it_was()
    {
        var set = New();
        Assert.False(set.Reword("well", "What makes your child smile?").Refused(out _));
        var first = set.All[0];

        Assert.False(set.Reword(first.Key, "What does your child enjoy?").Refused(out _));

        Assert.Equal("What does your child enjoy?", set.All[0].Asked.Words);
        Assert.NotEqual(first.Key, set.All[0].Key);
        Assert.Equal(("What makes your child smile?", (int?)null), (first.Words, first.Place));
        Assert.False(first.Asked.IsAskedNow);
        Assert.True(set.Reword(first.Key, "And again?").Refused(out _));
    }

    [Fact]
    public void The_childs_question_stays_the_childs_in_other_words_and_hidden_stays_hidden()
    {
        var set = New();
        Assert.False(set.Hide("child").Refused(out _));

        Assert.False(set.Reword("child", "What would your child tell us?").Refused(out _));

        Assert.Equal((true, true, false), (set.All[3].IsTheChilds, set.All[3].IsHidden, set.All[3].IsAsked));
    }

    [Fact]
    public void The_words_of_Kept_again_are_Kepts_own_again()
    {
        var set = New();
        Assert.False(set.Reword("want", "What shall we try?").Refused(out _));

        Assert.False(set.Reword(set.All[2].Key, "What would you like?").Refused(out _));

        Assert.True(set.IsKepts);
    }

    [Fact]
    public void The_last_that_is_asked_is_not_hidden()
    {
        var set = New();
        Assert.All(["well", "worries", "want"], key => Assert.False(set.Hide(key).Refused(out _)));

        Assert.True(set.Hide("child").Refused(out _));

        Assert.Equal("-well,-worries,-want,child", set.Arrangement);
        Assert.False(set.Show("want").Refused(out _));
        Assert.Equal("-well,-worries,want,child", set.Arrangement);
    }

    [Fact]
    public void They_move_up_and_down_and_not_beyond_the_end()
    {
        var set = New();

        Assert.False(set.Move("child", -1).Refused(out _));
        Assert.False(set.Move("well", -1).Refused(out _));
        Assert.False(set.Move("worries", 1).Refused(out _));

        Assert.Equal("well,child,worries,want", set.Arrangement);
    }

    [Fact]
    public void How_they_stood_can_be_put_back_and_Kepts_own_too()
    {
        var set = New();
        Assert.False(set.Reword("well", "What makes your child smile?").Refused(out _));
        Assert.False(set.Hide("worries").Refused(out _));
        var before = set.Arrangement;

        Assert.False(set.GoBackToKepts().Refused(out _));
        Assert.True(set.IsKepts);
        Assert.False(set.PutBack(before, set.Version).Refused(out _));

        Assert.True(set.PutBack(before, set.Version - 1).Refused(out _));
        Assert.Equal(before, set.Arrangement);
        Assert.Equal("What makes your child smile?", set.All[0].Asked.Words);
        Assert.True(set.PutBack("nothing,that,is,there", set.Version).Refused(out _));
        Assert.True(set.PutBack("-well,-want", set.Version).Refused(out _));
    }

    [Fact]
    public void A_child_has_one_question_even_when_an_old_one_is_put_back()
    {
        var set = New();
        Assert.False(set.Reword("child", "What would your child tell us?").Refused(out _));

        Assert.True(set.PutBack($"child,{set.All[3].Key}", set.Version).Refused(out _));
    }

    [Fact]
    public void Each_change_raises_the_schools_version()
    {
        var set = New();

        Assert.False(set.Hide("well").Refused(out _));
        Assert.False(set.GoBackToKepts().Refused(out _));

        Assert.Equal(2, school.QuestionsVersion);
    }

    [Fact]
    public void What_is_kept_already_is_not_made_again()
    {
        var first = New();
        Assert.False(first.Hide("want").Refused(out _));

        var again = new QuestionSet(school, first.Made, Senco, Instant.FromUtc(2026, 5, 5, 9, 0));

        Assert.Empty(again.Made);
        Assert.Equal("well,worries,-want,child", again.Arrangement);
    }

    private QuestionSet New() => new(school, [], Senco, Instant.FromUtc(2026, 5, 5, 9, 0));
}
