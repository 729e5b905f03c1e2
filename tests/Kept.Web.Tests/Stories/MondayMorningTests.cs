using Kept.Domain.Packs;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.Packs;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Stories;

/// <summary>
/// The example that Kept is judged by: a parent writes about Monday mornings, and what was agreed changes the plan. Each step by the page
/// on which people take it.
/// </summary>
public sealed class MondayMorningTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_email_about_tearful_Mondays_ends_as_a_changed_plan_that_the_chronology_and_the_pack_tell()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        Clock.Pass(NodaTime.Duration.FromMinutes(1));
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true");
        page = await senco.PressAsync(
            page.Form(Logging.Form), "Add another action", ("Form.Channel", "Email"), ("Form.With", World.LeosMother.Id.ToString()), ("Form.Issue", "He is tearful on Monday mornings"),
            ("Form.Lines[0].Text", "SENCO to share a shorter start-of-day plan by Friday"), ("Form.Review", "pick"), ("Form.ReviewDay", "12 May"));
        await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Lines[1].Text", "class teacher to meet him at the side gate by Friday"));
        var entry = (await senco.GetAsync($"/pupils/{World.Leo.Id}")).Document.QuerySelectorAll(".story a[href^='/entries/']").Select(a => a.GetAttribute("href")!).First(href => href.Count(c => c == '/') == 2);
        page = await senco.GetAsync(entry);
        Assert.Contains("Share a shorter start-of-day plan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Meet him at the side gate", page.Text, StringComparison.Ordinal);

        var before = Clock.Now;
        try
        {
            Clock.Now = before + NodaTime.Duration.FromDays(7);
            senco = As(World.Senco);
            page = await senco.GetAsync($"{entry}/review");
            await senco.PressAsync(page.Form(), "Keep the review",
                ("Form.Happened", "Yes"), ("Form.WhatChanged", "He walks in by himself"), ("Form.WhatNext", "Keep the shorter start"), ("Form.NextOn", "30 June"));

            page = await senco.GetAsync((await senco.GetAsync(entry)).LinkTo("Change the plan because of it"));
            page = await senco.GetAsync(page.LinkTo("Change it"));
            page = await senco.PressAsync(page.FormWith("Save the draft"), "Check it and publish",
                ("Form.Matters", "Mornings without noise"), ("Form.ReviewOn", "19 June"), ("Form.Reason", "Mondays are calmer with a short start"));
            page = await senco.SubmitAsync(page.FormWith("Publish version 2"));
            Assert.EndsWith("/versions/2", page.Url, StringComparison.Ordinal);

            var comparison = await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/compare?from=1&to=2");
            Assert.Contains("Mornings without noise", string.Join(' ', comparison.Texts(".diff ins")), StringComparison.Ordinal);
            Assert.Contains("He is tearful on Monday mornings", comparison.Text, StringComparison.Ordinal);
            Assert.Equal(entry, comparison.LinkTo("what was said on 5 May"));

            var told = (await senco.GetAsync($"/pupils/{World.Leo.Id}/chronology?order=oldest")).Texts(".chronology h2");
            string[] order = ["SEN support plan, version 1", "Email with", "agreed, by", "agreed, by", "Review of what was agreed", "SEN support plan, version 2"];
            Assert.Equal(order, order.Select((part, at) => told[at].Contains(part, StringComparison.Ordinal) ? part : told[at]));

            var pack = await Packing.ReadAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Tribunal, PackFormat.Html));
            Assert.Contains("Mornings without noise", pack, StringComparison.Ordinal);
            Assert.Contains("SEN support plan, version 2", pack, StringComparison.Ordinal);
            Assert.Contains("He is tearful on Monday mornings", pack, StringComparison.Ordinal);
        }
        finally
        {
            Clock.Now = before;
        }
    }
}
