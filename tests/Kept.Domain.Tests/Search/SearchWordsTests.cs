using Kept.Domain.Search;

namespace Kept.Domain.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("x")]
    [InlineData("\"' ( * ) - :")]
    public void Nothing_worth_looking_for_is_nothing(string? typed) => Assert.Null(SearchWords.Read(typed));

    [Theory]
    [InlineData("Late ARRIVAL", "late arrival")]
    [InlineData("O’Brien's café", "obriens cafe")]
    [InlineData("the bus at the gate", "bus gate")]
    [InlineData("to the", "to the")]
    [InlineData("reading AND (writing* OR \"maths\")", "reading writing maths")]
    public void Words_are_bare(string typed, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Read(typed)!.All));

    [Fact]
    public void A_whole_letter_pasted_into_the_box_is_cut() =>
        Assert.True(SearchWords.Read(string.Join(' ', Enumerable.Range(1, 5000).Select(n => $"word{n}")))!.All.Count <= 8);

    [Theory]
    [InlineData("worry", "worrying", true)]
    [InlineData("worried", "worries", true)]
    [InlineData("read", "Reading", true)]
    [InlineData("planned", "plans", true)]
    [InlineData("hoped", "hoping", true)]
    [InlineData("buses", "bus", true)]
    [InlineData("timetab", "timetables", true)]
    [InlineData("communicating", "communication", true)]
    [InlineData("class", "clas", false)]
    [InlineData("cafe", "Café", true)]
    [InlineData("read", "bread", false)]
    [InlineData("bus", "us", false)]
    public void A_word_that_was_found_can_be_marked(string sought, string word, bool fits) =>
        Assert.Equal(fits, SearchWords.Read(sought)!.Fits(word));
}
