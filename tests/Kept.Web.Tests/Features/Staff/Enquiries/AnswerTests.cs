using System.Net;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Enquiries;

/// <summary>A family waits: they are told when, and then they are told.</summary>
public sealed class AnswerTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task It_is_acknowledged_with_a_promise_and_then_answered()
    {
        var enquiry = await World.AddEnquiryAsync(World.Leo, "asks for the plan");
        var office = As(World.Office);
        var page = await office.GetAsync($"/enquiries/{enquiry.Id}");
        Assert.Contains("Reply by Monday 11 May", page.Text, StringComparison.Ordinal);

        await office.SubmitAsync(page.FormWith("We have told them when"), ("Form.PromisedBy", "20 May"));
        Assert.Contains("Answer by Wed 20 May", (await As(World.Senco).GetAsync("/today")).Text, StringComparison.Ordinal);
        page = await office.GetAsync($"/enquiries/{enquiry.Id}");
        Assert.Contains("Full answer by Wednesday 20 May", page.Text, StringComparison.Ordinal);
        await office.SubmitAsync(page.FormWith("They have their answer"), ("Form.Answer", "It is in the post"));

        Assert.DoesNotContain("asks for the plan", (await As(World.Senco).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("It is in the post", (await office.GetAsync($"/enquiries/{enquiry.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acknowledge", "PromisedBy", "", "Enter the day by which")]
    [InlineData("acknowledge", "PromisedBy", "1 May 2026", "today or later")]
    [InlineData("acknowledge", "PromisedBy", "soon enough", "is not a day we can read")]
    [InlineData("answer", "Answer", " ", "Say what the family was told")]
    public async Task What_is_missing_is_said_beside_it(string act, string field, string typed, string why)
    {
        var enquiry = await World.AddEnquiryAsync(World.Leo, "asks and waits");
        var office = As(World.Office);

        var page = await office.SubmitAsync((await office.GetAsync($"/enquiries/{enquiry.Id}")).Form($"form[action*='handler={act}']"), ($"Form.{field}", typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(why, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById($"Form_{field}-error"));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_is_kept_and_the_other_is_told()
    {
        var enquiry = await World.AddEnquiryAsync(World.Leo, "asks two people");
        var answers = await Task.WhenAll(new[] { World.Senco, World.Office, World.Head, World.SendLead }.Select(person =>
            As(person).PostAsync($"/enquiries/{enquiry.Id}?handler=answer", ("Form.Answer", $"says {person.Name}"))));

        Assert.Single(answers, a => a.Status is HttpStatusCode.OK);
        await using var db = Host.OpenDb();
        var kept = (await db.Enquiries.SingleAsync(q => q.Id == enquiry.Id, Cancel)).Answer;
        Assert.All(answers.Where(a => a.Status is not HttpStatusCode.OK), a => Assert.Contains(kept!, a.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Out_of_hours_it_counts_from_the_next_working_day_and_out_of_term_the_clock_rests()
    {
        var enquiry = await World.AddEnquiryAsync(World.Zainab, "asks before half-term", arrivedOn: new(2026, 5, 5), arrivedAt: new LocalTime(16, 1));
        Assert.Contains("Reply by Tuesday 12 May", (await As(World.Senco).GetAsync($"/enquiries/{enquiry.Id}")).Text, StringComparison.Ordinal);

        var before = Clock.Now;
        try
        {
            Clock.Now = Instant.FromUtc(2026, 5, 22, 18, 0);
            // The evening before half-term: received on Monday 1 June.
            enquiry = await World.AddEnquiryAsync(World.Zainab, "asks before half-term", arrivedAt: new LocalTime(18, 30));
            Assert.Contains("Reply by Friday 5 June", (await As(World.Senco).GetAsync($"/enquiries/{enquiry.Id}")).Text, StringComparison.Ordinal);
        }
        finally
        {
            Clock.Now = before;
        }
    }
}
