using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.Calendar;

public sealed class CalendarTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_year_is_listed_by_term_and_each_day_says_what_it_is()
    {
        var page = await As(World.Senco).GetAsync("/settings/calendar?year=2025");

        Assert.Contains(page.Texts("h2"), h => h.StartsWith("Autumn term", StringComparison.Ordinal));
        var days = page.Texts("td.day");
        Assert.Contains("27H, half-term", days);
        Assert.Contains("22C, closed", days);
        Assert.Contains("26I, inset day", days);
        Assert.Contains("3, school day", days);
    }

    [Fact]
    public async Task What_the_clock_makes_of_it_is_said_of_a_message_today()
    {
        var page = await As(World.Senco).GetAsync("/settings/calendar");

        // Tuesday 5 May is received the same day; day 4 is Monday 11 May.
        Assert.Contains("A message that arrives today at 3pm must be acknowledged by Monday 11 May.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_is_not_removed_from_under_its_half_term()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync("/settings/calendar?year=2025");
        var term = page.Texts("button").First(b => b.StartsWith("Remove Spring term", StringComparison.Ordinal));

        var refused = await senco.SubmitAsync(page.FormWith(term));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("would then be in no term. Remove it first", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_bank_holidays_are_added_with_one_press()
    {
        var head = As(World.Head);

        var page = await head.PressAsync((await head.GetAsync("/settings/calendar?year=2024")).FormWith("Add them"), "Add them");

        Assert.Contains("bank holidays are added.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not in this calendar", page.Text, StringComparison.Ordinal);
    }
}
