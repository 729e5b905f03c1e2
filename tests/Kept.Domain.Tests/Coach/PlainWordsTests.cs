using Kept.Domain.Coach;

namespace Kept.Domain.Tests.Coach;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("ehcp")]
    [InlineData("EHC plan")]
    [InlineData("SLT")]
    [InlineData("SEN support")]
    public void A_term_is_found_by_any_of_its_spellings(string spelling)
    {
        Assert.NotNull(PlainWords.For(spelling));
    }

    [Fact]
    public void Every_term_has_plain_words()
    {
        Assert.NotEmpty(PlainWords.All);
        Assert.All(PlainWords.All, t => Assert.NotEqual("", t.Plain));
    }
}
