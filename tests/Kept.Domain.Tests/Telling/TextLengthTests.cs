using Kept.Domain.Telling;

namespace Kept.Domain.Tests.Telling;

public sealed class TextLengthTests
{
    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("é", 160, 1)]
    [InlineData("’", 160, 1)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("ŵ", 70, 1)]
    [InlineData("ŵ", 71, 2)]
    [InlineData("آ", 134, 2)]
    [InlineData("آ", 135, 3)]
    public void One_letter_that_is_not_in_seven_bits_takes_room_from_all(string letter, int times, int segments) =>
        Assert.Equal(segments, TextLength.Segments(string.Concat(Enumerable.Repeat(letter, times))));
}
