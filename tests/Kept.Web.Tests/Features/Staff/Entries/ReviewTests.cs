using System.Net;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Entries;

/// <summary>On its date an entry asks what happened, what changed and what next.</summary>
public sealed class ReviewTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_review_is_on_today_until_it_is_held_and_in_the_story_then()
    {
        var entry = await World.AddEntryAsync(World.Leo, "a review that is due", reviewOn: World.Today);
        var senco = As(World.Senco);
        Assert.Contains("Review: a review that is due", (await senco.GetAsync("/today")).Text, StringComparison.Ordinal);

        var page = await senco.GetAsync($"/entries/{entry.Id}/review");
        page = await senco.PressAsync(page.Form(), "Keep the review",
            ("Form.Happened", "Partly"), ("Form.WhatChanged", "He comes in by himself"), ("Form.WhatNext", "Try the bus"), ("Form.NextOn", "in two weeks"));

        Assert.Equal($"/pupils/{World.Leo.Id}", page.Url);
        Assert.Contains("Reviewed 5 May by Mrs Amina Khan. It partly happened. He comes in by himself Next: Try the bus", page.Text, StringComparison.Ordinal);
        Assert.Contains("review Tue 19 May", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a review that is due", (await senco.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_without_an_answer_is_refused_beside_the_question()
    {
        var entry = await World.AddEntryAsync(World.Leo, "to be answered", reviewOn: World.Today);
        var senco = As(World.Senco);

        var page = await senco.PressAsync((await senco.GetAsync($"/entries/{entry.Id}/review")).Form(), "Keep the review", ("Form.WhatChanged", "typed words"));
        Assert.NotNull(page.Document.GetElementById("Form_Happened-error"));
        page = await senco.PressAsync(page.Form(), "Keep the review", ("Form.Happened", "Yes"), ("Form.NextOn", "yesterday"));
        Assert.NotNull(page.Document.GetElementById("Form_NextOn-error"));
        Assert.Equal("typed words", page.Value("Form.WhatChanged"));
    }

    [Fact]
    public async Task Sent_twice_it_is_held_once_and_a_second_person_is_told()
    {
        var entry = await World.AddEntryAsync(World.Leo, "reviewed by two", reviewOn: World.Today);
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/entries/{entry.Id}/review")).Form();
        var lead = As(World.SendLead);
        var stale = (await lead.GetAsync($"/entries/{entry.Id}/review")).Form();
        (string, string?)[] typed = [("Form.Happened", "Yes"), ("Form.WhatChanged", "All well"), ("Form.NextOn", "in two weeks")];

        await senco.PressAsync(form, "Keep the review", typed);
        Assert.Equal(HttpStatusCode.OK, (await senco.PressAsync(form, "Keep the review", typed)).Status);
        var other = await lead.PressAsync(stale, "Keep the review", ("Form.Happened", "No"), ("Form.WhatChanged", "Not so"), ("Form.NextOn", "in two weeks"));

        Assert.Equal((HttpStatusCode.BadRequest, "Not so"), (other.Status, other.Value("Form.WhatChanged")));
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Reviews.CountAsync(r => r.EntryId == entry.Id, Cancel));
    }
}
