using NodaTime;

namespace Kept.Domain.Tests;

public sealed class WrittenTimeTests
{
    [Theory]
    [InlineData("4pm", 16, 0)]
    [InlineData("4.30pm", 16, 30)]
    [InlineData("4:30 PM", 16, 30)]
    [InlineData("16:00", 16, 0)]
    [InlineData("1630", 16, 30)]
    [InlineData("12pm", 12, 0)]
    [InlineData("noon", 12, 0)]
    public void Is_read_as_people_write_it(string typed, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), WrittenTime.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("late")]
    [InlineData("25:00")]
    [InlineData("13pm")]
    [InlineData("4:7pm")]
    [InlineData("pm")]
    public void Is_nothing_where_it_is_no_time(string typed) => Assert.Null(WrittenTime.Read(typed));

    [Fact]
    public void Is_said_as_it_would_be_read_again()
    {
        Assert.Equal("4pm", new LocalTime(16, 0).InWords());
        Assert.Equal("4.30pm", new LocalTime(16, 30).InWords());
        Assert.Equal("12pm", LocalTime.Noon.InWords());
        Assert.Equal(new LocalTime(16, 30), WrittenTime.Read(new LocalTime(16, 30).InWords()));
    }
}
