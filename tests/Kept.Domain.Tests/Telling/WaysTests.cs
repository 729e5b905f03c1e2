using Kept.Domain.People;
using Kept.Domain.Telling;

namespace Kept.Domain.Tests.Telling;

public sealed class WaysTests
{
    private static readonly WaysOut Both = new(Email: true, Text: true);

    private static readonly Reach Reachable = new(ContactMethod.NotSaid, "fatima.ali@example.org", "+447700900123", HasAWayIn: true);

    [Theory]
    [InlineData(ContactMethod.NotSaid, "Email Text Letter")]
    [InlineData(ContactMethod.Email, "Email Text Letter")]
    [InlineData(ContactMethod.Text, "Text Email Letter")]
    [InlineData(ContactMethod.Letter, "Letter")]
    [InlineData(ContactMethod.Phone, "Person")]
    [InlineData(ContactMethod.InPerson, "Person")]
    public void A_carer_is_told_as_they_wish_and_else_by_what_is_left(ContactMethod wish, string order) =>
        Assert.Equal(order, string.Join(' ', Ways.For(Reachable with { Preferred = wish }, Both)));

    [Fact]
    public void What_leads_nowhere_is_not_sent()
    {
        Assert.Equal([WayToTell.Letter], Ways.For(Reachable with { HasAWayIn = false }, Both));
        Assert.Equal([WayToTell.Letter], Ways.For(Reachable, new WaysOut(Email: false, Text: false)));
        Assert.Equal([WayToTell.Text, WayToTell.Letter], Ways.For(Reachable with { Email = null }, Both));
    }

    [Fact]
    public void After_a_failure_comes_the_next_way_and_in_the_end_staff()
    {
        var order = Ways.For(Reachable, Both);

        Assert.Equal(WayToTell.Text, order.After(WayToTell.Email));
        Assert.Equal(WayToTell.Letter, order.After(WayToTell.Text));
        Assert.Null(order.After(WayToTell.Letter));
        Assert.Equal(WayToTell.Letter, Ways.For(Reachable, new WaysOut(Email: false, Text: false)).After(WayToTell.Email));
    }

    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("+44 7700 900 123", "+447700900123")]
    [InlineData("0044 (0)7700 900123", "+447700900123")]
    [InlineData("07700900123 (mum)", "+447700900123")]
    [InlineData("01632 960001", null)]
    [InlineData("07012 345678", null)]
    [InlineData("+44 1632 960001", null)]
    [InlineData("+33 6 12 34 56 78", "+33612345678")]
    [InlineData("0048 601-234-567", "+48601234567")]
    [InlineData("+33 6 12 34 56 78 ext 4", null)]
    [InlineData("+33 6 12 34 56 78 / 06 12 34 56 79", null)]
    [InlineData("07700 900123 / 07700 900456", null)]
    [InlineData("0770090012", null)]
    [InlineData("ask the office", null)]
    [InlineData(null, null)]
    public void Only_a_mobile_number_takes_a_text(string? written, string? dialled) => Assert.Equal(dialled, Addresses.Mobile(written));

    [Fact]
    public void Pauses_grow_and_stay() =>
        Assert.Equal([1, 5, 15, 60, 180, 180], Enumerable.Range(1, 6).Select(tries => (int)Dispatch.PauseAfter(tries).TotalMinutes));
}
