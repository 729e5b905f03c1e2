using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Calendar;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_month_holds_what_is_due_and_to_be_reviewed_and_leads_to_it()
    {
        var action = await World.AddActionAsync(World.Leo, "Send the reading plan home", due: new(2026, 7, 8));
        var entry = await World.AddEntryAsync(World.Leo, "Tears on Monday mornings", reviewOn: new(2026, 7, 9));
        await World.AddActionAsync(World.Leo, "Belongs to another month", due: new(2026, 8, 3));

        var page = await As(World.Senco).GetAsync("/calendar?month=2026-07");

        Assert.Equal(["Send the reading plan home", "Tears on Monday mornings"], page.Texts(".row .what b"));
        Assert.Equal($"/actions/{action.Id}", page.LinkTo("Send the reading plan home"));
        Assert.Equal($"/entries/{entry.Id}", page.LinkTo("Tears on Monday mornings"));
        Assert.Contains("Week of 6 July", page.Text, StringComparison.Ordinal);
        Assert.Equal(["July 2026"], page.Texts("h1"));
    }

    [Fact]
    public async Task A_teacher_sees_their_own_first_and_on_request_what_else_they_may_see()
    {
        await World.AddActionAsync(World.Leo, "Teacher’s own", owner: World.Teacher, due: new(2026, 9, 8));
        await World.AddActionAsync(World.Leo, "The SENCO’s", due: new(2026, 9, 9));
        await World.AddActionAsync(World.Zainab, "Of another class", due: new(2026, 9, 9));

        var mine = await As(World.Teacher).GetAsync("/calendar?month=2026-09");
        var all = await As(World.Teacher).GetAsync("/calendar?month=2026-09&whose=all");

        Assert.Equal(["Teacher’s own"], mine.Texts(".row .what b"));
        Assert.Equal(["Teacher’s own", "The SENCO’s"], all.Texts(".row .what b"));
    }

    [Fact]
    public async Task What_a_person_may_not_see_is_on_no_day_and_in_no_count()
    {
        await World.AddActionAsync(World.Leo, "Something grave", due: new(2026, 10, 7), visibility: Visibility.Safeguarding, owner: World.Dsl);
        await World.AddEntryAsync(World.Leo, "Something graver", Visibility.Safeguarding, reviewOn: new(2026, 10, 8));

        foreach (var person in new[] { World.Teacher, World.Senco, World.Head })
        {
            var page = await As(person).GetAsync("/calendar?month=2026-10&whose=all");
            Assert.Empty(page.Texts(".row"));
            Assert.Contains("Nothing comes up in this month", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await As(World.Dsl).GetAsync("/calendar?month=2026-10&whose=all")).Texts(".row").Count);
    }

    [Fact]
    public async Task What_is_done_comes_no_more_and_what_is_parked_comes_to_be_looked_at_again()
    {
        var done = await World.AddActionAsync(World.Noah, "Done already", due: new(2026, 11, 4));
        await World.ChangeAsync(done, a => a.MarkDone("It went on Monday", null, World.Today, Clock.Now));
        var parked = await World.AddActionAsync(World.Noah, "Parked till the advice comes", due: new(2026, 11, 4));
        await World.ChangeAsync(parked, a => a.Park("The advice is not there yet", new(2026, 11, 25), World.Today, Clock.Now));

        var page = await As(World.Senco).GetAsync("/calendar?month=2026-11");

        Assert.Equal(["Parked till the advice comes"], page.Texts(".row .what b"));
        Assert.Contains("parked, look again", Assert.Single(page.Texts(".row .about")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_and_the_reviews_of_plans_and_documents_stand_in_it_too()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: new(2027, 2, 3));
        await World.AddDocumentAsync(World.Leo, "Report to look at again", reviewOn: new(2027, 2, 4));
        await World.AddDocumentAsync(World.Leo, "Grave report", visibility: Visibility.Safeguarding, reviewOn: new(2027, 2, 4));
        var (_, first) = await World.AddPlanAsync(World.Zainab, Domain.Plans.PlanKind.Individual);

        var page = await As(World.Senco).GetAsync("/calendar?month=2027-02&whose=all");
        var plans = await As(World.Senco).GetAsync($"/calendar?month={first.ReviewOn:yyyy-MM}&whose=all");

        Assert.Equal(["SEN support meeting", "Report to look at again"], page.Texts(".row .what b"));
        Assert.Equal($"/meetings/{meeting.Id}", page.LinkTo("SEN support meeting"));
        Assert.Equal("3 Feb 2027, 3.30pm", page.Texts(".row .when")[0]);
        Assert.Equal($"/pupils/{World.Zainab.Id}/plan", plans.LinkTo("Individual Support Plan"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("May")]
    [InlineData("2026-13")]
    [InlineData("9999-01")]
    public async Task A_month_that_is_none_is_this_month(string month)
    {
        var page = await As(World.Senco).GetAsync($"/calendar?month={month}");

        Assert.Equal([World.Today.ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))], page.Texts("h1"));
    }
}
