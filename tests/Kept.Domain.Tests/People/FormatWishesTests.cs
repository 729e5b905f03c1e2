using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.People;

public sealed class FormatWishesTests
{
    [Theory]
    [InlineData("large print", true, false)]
    [InlineData("Large print and easy read.", true, true)]
    [InlineData(" EASY READ ", false, true)]
    public void A_sentence_that_says_no_more_than_the_choices_is_the_choice(string sentence, bool large, bool easy) =>
        Assert.Equal(new FormatWishes(LargePrint: large, EasyRead: easy), FormatWishes.SaidBy(sentence));

    [Theory]
    [InlineData("BSL")]
    [InlineData("large print on yellow paper")]
    [InlineData("no large print")]
    [InlineData(",")]
    [InlineData(null)]
    public void Anything_else_stays_a_sentence(string? sentence) => Assert.Null(FormatWishes.SaidBy(sentence));

    [Fact]
    public void What_was_typed_before_there_was_a_choice_is_said_once()
    {
        var tie = Tie("large print");
        Assert.Equal((null, null), (tie.OtherFormat, tie.FormatInWords));

        Assert.NotNull(tie.ReadIn(new FormatWishes(LargePrint: true)));

        Assert.Equal(("large print", null), (tie.FormatInWords, tie.AccessibleFormat));
        Assert.Null(tie.ReadIn(new FormatWishes(LargePrint: true)));
    }

    [Fact]
    public void What_is_none_of_the_choices_stands_beside_them()
    {
        var tie = Tie("BSL");

        tie.ReadIn(new FormatWishes(LargePrint: true, EasyRead: true));

        Assert.Equal("large print, easy read, BSL", tie.FormatInWords);
    }

    [Fact]
    public void A_choice_that_is_typed_is_made_and_none_given_leaves_what_is_there()
    {
        var tie = Tie(null);
        tie.Prefer(new ContactPreferences(ContactMethod.Letter, null, "en", InterpreterNeeded: false, "Easy read")).OrThrow();
        Assert.Equal((new FormatWishes(EasyRead: true), null), (tie.Formats, tie.AccessibleFormat));

        tie.Prefer(new ContactPreferences(ContactMethod.Phone, null, "en", InterpreterNeeded: false, null)).OrThrow();
        Assert.True(tie.EasyRead);

        tie.Prefer(new ContactPreferences(ContactMethod.Phone, null, "en", InterpreterNeeded: false, null, Formats: FormatWishes.Ordinary)).OrThrow();
        Assert.True(tie.Formats.IsOrdinary);
    }

    private static Relationship Tie(string? typed) => new()
    {
        Id = Id<Relationship>.New(), SchoolId = Id<School>.New(), PupilId = Id<Pupil>.New(), CarerId = Id<Person>.New(), Kind = "mother", AccessibleFormat = typed
    };
}
