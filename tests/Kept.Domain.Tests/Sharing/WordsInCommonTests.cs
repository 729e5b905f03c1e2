using Kept.Domain.Sharing;

namespace Kept.Domain.Tests.Sharing;

public sealed class WordsInCommonTests
{
    private const string Own = "He comes home and cries, because nobody plays with him at break. I am afraid of his father.";

    [Theory]
    [InlineData("Ms Bennett said he COMES home & cries because nobody plays with him.", "he COMES home cries because nobody plays")]
    [InlineData("He comes home and cries", null)]
    [InlineData("Nobody plays with him, and he is afraid at break", null)]
    [InlineData("", null)]
    public void Seven_words_in_a_row_are_somebodys_own(string shared, string? run)
    {
        // An ampersand is no word, so "and" is missing there.
        var own = shared.Contains('&', StringComparison.Ordinal) ? Own.Replace(" and ", " ", StringComparison.Ordinal) : Own;
        Assert.Equal(run, WordsInCommon.First(shared, own));
    }

    [Fact]
    public void Other_scripts_have_words_too() =>
        Assert.NotNull(WordsInCommon.First("ماں نے کہا کہ وہ گھر آ کر روتا ہے کیونکہ کوئی نہیں کھیلتا", "وہ گھر آ کر روتا ہے کیونکہ کوئی نہیں کھیلتا"));

    [Theory]
    [InlineData("She lives at 14 Mill-Lane now", "14 Mill Lane", true)]
    [InlineData("Ring 07700-900 123 after four", "07700 900123", true)]
    [InlineData("Write to LAURA@HOME.example", "laura@home.example", true)]
    [InlineData("He milled about", "14 Mill Lane", false)]
    [InlineData("Room 14", "14", false)]
    public void A_place_is_found_however_it_is_written(string shared, string place, bool found) => Assert.Equal(found, WordsInCommon.Names(shared, place));
}
