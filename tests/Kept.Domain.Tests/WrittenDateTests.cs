using NodaTime;

namespace Kept.Domain.Tests;

public sealed class WrittenDateTests
{
    private static readonly LocalDate Term = new(2026, 8, 1);

    [Theory]
    [InlineData("1 September 2026")]
    [InlineData("1 sept 2026")]
    [InlineData("1st September 2026")]
    [InlineData("Tuesday 1 September 2026")]
    [InlineData("1/9/2026")]
    [InlineData("01.09.26")]
    [InlineData("2026-09-01")]
    [InlineData(" 1  Sep ")]
    [InlineData("1/9")]
    public void Is_read_as_people_write_it(string typed) =>
        Assert.Equal(new LocalDate(2026, 9, 1), WrittenDate.Read(typed, Term));

    [Fact]
    public void Without_a_year_is_the_first_such_day_from_there_on() =>
        Assert.Equal(new LocalDate(2027, 3, 26), WrittenDate.Read("26 March", Term));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31 April 2026")]
    [InlineData("29/2/2026")]
    [InlineData("2026-13-01")]
    [InlineData("1 ma 2026")]
    [InlineData("99999999999 3 2026")]
    [InlineData("1 2 3 4")]
    public void Is_nothing_where_it_is_no_date(string? typed) => Assert.Null(WrittenDate.Read(typed, Term));

    [Fact]
    public void A_stretch_says_its_month_and_year_once()
    {
        Assert.Equal("26 to 30 October 2026", WrittenDate.InWords(new(2026, 10, 26), new(2026, 10, 30)));
        Assert.Equal("1 September to 18 December 2026", WrittenDate.InWords(new(2026, 9, 1), new(2026, 12, 18)));
        Assert.Equal("21 December 2026 to 4 January 2027", WrittenDate.InWords(new(2026, 12, 21), new(2027, 1, 4)));
        Assert.Equal("1 September 2026", WrittenDate.InWords(new(2026, 9, 1), new(2026, 9, 1)));
    }
}
