using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.Questions;

/// <summary>Where no engine is, staff are told what families will not be able to read, and a person translates.</summary>
public sealed class TranslateTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Without_an_engine_staff_are_told_and_give_their_own()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "pl");
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        var senco = As(World.Senco);
        Assert.Contains("in every language of Kept", (await senco.GetAsync("/settings/questions")).Texts("section")[0], StringComparison.Ordinal);
        var all = await senco.PressAsync((await senco.GetAsync("/settings/questions/write")).Form(), "Add it", ("Form.Words", "What helps at home?"));
        Assert.Contains("No translation engine is set up here", all.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 in English for them, until a person translates", all.Text, StringComparison.Ordinal);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var at = $"/family/hillview/{World.Leo.Id}/meetings/{meeting.Id}";
        Assert.Equal("en", (await mother.GetAsync(at)).Document.QuerySelectorAll("label").Single(l => l.TextContent == "What helps at home?").GetAttribute("lang"));

        var page = await senco.GetAsync("/settings/questions/languages/pl");
        Assert.Contains("No translation engine is set up here", page.Text, StringComparison.Ordinal);
        var form = (await senco.GetAsync(page.LinkTo("Translate: What helps at home?"))).FormWith("Give it to families");
        Assert.Contains("Choose who made the translation", (await senco.PressAsync(form, "Give it to families", ("Form.Words", "Co pomaga w domu?"))).Errors.Single(), StringComparison.Ordinal);
        var refused = await senco.PressAsync(form, "Give it to families", ("Form.Made", "Staff"));
        Assert.Equal("Enter the translation", refused.Errors.Single());
        await senco.PressAsync(form, "Give it to families", ("Form.Words", "Co pomaga w domu?"), ("Form.Made", "Professional"));

        Assert.Contains("Translated by a professional", (await senco.GetAsync("/settings/questions/languages/pl")).Text, StringComparison.Ordinal);
        Assert.Equal("Co pomaga w domu?", (await mother.GetAsync(at)).Texts("label[lang=pl]").Single());
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).PostAsync("/settings/questions/languages/pl", ("Form.Words", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync("/settings/questions/languages/is")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversidesOwn(StaffRole.HeadTeacher)).GetAsync("/settings/questions/languages/pl")).Status);
    }
}
