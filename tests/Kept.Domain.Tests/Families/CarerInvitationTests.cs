using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Families;

/// <summary>A letter opens to who holds it and knows when a child was born; once, and not for ever.</summary>
public sealed class CarerInvitationTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 9, 0);
    private static readonly LocalDate Born = new(2016, 3, 27);
    private static readonly LocalDate BrotherBorn = new(2019, 8, 1);
    private static readonly LocalDate Wrong = new(2016, 3, 28);

    [Fact]
    public void The_birthday_of_any_child_of_theirs_opens_it_once()
    {
        var letter = Letter();

        Assert.True(letter.Answer(BrotherBorn, [Born, BrotherBorn], Now));
        Assert.Equal(InvitationEnd.TakenUp, letter.EndedBecause);
        Assert.False(letter.Answer(Born, [Born, BrotherBorn], Now));
    }

    [Fact]
    public void Five_wrong_answers_close_it_to_the_right_one_too()
    {
        var letter = Letter();
        for (var left = CarerInvitation.MostTries - 1; left >= 0; left--)
        {
            Assert.False(letter.Answer(Wrong, [Born], Now));
            Assert.Equal(left, letter.TriesLeft);
        }

        Assert.Equal(InvitationEnd.TooManyTries, letter.EndedBecause);
        Assert.False(letter.Answer(Born, [Born], Now));
    }

    [Fact]
    public void After_four_weeks_it_opens_nothing()
    {
        Assert.True(Letter().Answer(Born, [Born], Now + CarerInvitation.Lasts - Duration.FromSeconds(1)));
        Assert.False(Letter().Answer(Born, [Born], Now + CarerInvitation.Lasts));
    }

    [Fact]
    public void What_was_taken_back_or_replaced_opens_nothing_and_keeps_its_first_reason()
    {
        var taken = Letter();
        taken.Withdraw(Now);
        taken.Replace(Now);
        Assert.Equal(InvitationEnd.Withdrawn, taken.EndedBecause);
        Assert.False(taken.Answer(Born, [Born], Now));

        var replaced = Letter();
        replaced.Replace(Now);
        Assert.False(replaced.Answer(Born, [Born], Now));
    }

    [Fact]
    public void Without_a_birthday_no_answer_is_right() => Assert.False(Letter().Answer(default, [], Now));

    private static CarerInvitation Letter() => new()
    {
        Id = Id<CarerInvitation>.New(),
        SchoolId = Id<School>.New(),
        CarerId = Id<Person>.New(),
        MadeById = Id<Person>.New(),
        MadeAt = Now,
        CodeHash = [1],
        Until = Now + CarerInvitation.Lasts
    };
}
