using Kept.Domain.Pupils;

namespace Kept.Domain.Tests.Pupils;

public sealed class UpnBeginningTests
{
    [Theory]
    [InlineData("b80", "B80")]
    [InlineData(" B801 2000 05001 ", "B801200005001")]
    [InlineData("B80120000500a", "B80120000500A")]
    [InlineData("X80120000500", "X80120000500")]
    public void How_a_number_begins_is_read_as_it_is_kept(string typed, string begins) => Assert.Equal(begins, UpnBeginning.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("B8")]
    [InlineData("ben")]
    [InlineData("Leo B80")]
    [InlineData("B80x")]
    [InlineData("801200005001")]
    [InlineData("B8012000050011")]
    [InlineData("B80%")]
    [InlineData("B80120000500?")]
    public void A_name_is_none(string? typed) => Assert.Null(UpnBeginning.Read(typed));

    [Fact]
    public void All_that_begin_so_lie_between_it_and_its_last()
    {
        Assert.True(string.CompareOrdinal("B80120000599Z", UpnBeginning.LastOf("B801200005")) <= 0);
        Assert.True(string.CompareOrdinal("B801200006000", UpnBeginning.LastOf("B801200005")) > 0);
        Assert.Equal("B801200005001", UpnBeginning.LastOf("B801200005001"));
    }
}
