using Kept.Domain.Pupils;

namespace Kept.Domain.Tests.Pupils;

public sealed class SenNeedsTests
{
    [Theory]
    [InlineData("SEMH", "SEMH")]
    [InlineData("SpLD - Specific Learning Difficulty", "SPLD")]
    [InlineData("Speech, Language and Communication Needs", "SLCN")]
    [InlineData("BESD", "SEMH")]
    [InlineData("DS", "DS")]
    [InlineData("tired", null)]
    [InlineData("", null)]
    public void A_need_is_read_by_its_code_or_its_words(string text, string? code) => Assert.Equal(code, SenNeeds.Read(text));
}
