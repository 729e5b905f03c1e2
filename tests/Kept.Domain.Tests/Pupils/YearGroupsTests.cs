using Kept.Domain.Pupils;

namespace Kept.Domain.Tests.Pupils;

public sealed class YearGroupsTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("05", "5")]
    [InlineData("Year 5", "5")]
    [InlineData("Year 05", "5")]
    [InlineData("YEAR 10", "10")]
    [InlineData("Yr 5", "5")]
    [InlineData("Yr5", "5")]
    [InlineData("Year5", "5")]
    [InlineData("Y5", "5")]
    [InlineData("Y05", "5")]
    [InlineData("NC Year 5", "5")]
    [InlineData("Year Group 13", "13")]
    [InlineData("R", "R")]
    [InlineData("r", "R")]
    [InlineData("Reception", "R")]
    [InlineData("Year R", "R")]
    [InlineData("YR", "R")]
    [InlineData("0", "R")]
    [InlineData("00", "R")]
    [InlineData("N2", "N2")]
    [InlineData("Nursery 2", "N2")]
    [InlineData("x", "X")]
    public void A_year_group_is_read_as_schools_write_it(string written, string year) => Assert.Equal(year, YearGroups.Read(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("5/6")]
    [InlineData("5E")]
    [InlineData("Year")]
    [InlineData("five")]
    [InlineData("Nursery")]
    public void What_is_no_year_group_is_not_guessed(string? written) => Assert.Null(YearGroups.Read(written));

    [Fact]
    public void Every_year_group_is_read_back_from_its_own_words()
    {
        foreach (var year in YearGroups.All.Except(["X", "E1", "E2"]))
        {
            Assert.Equal(year, YearGroups.Read(YearGroups.InWords(year)));
        }
    }
}
