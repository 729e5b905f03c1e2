using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Actions;

/// <summary>One action: each act asks for what it needs, keeps what was typed and leaves its line in the history.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("move", "Form.Day", "next Friday", "Say why the date moves")]
    [InlineData("park", "Form.Day", "in two weeks", "Say why it is parked")]
    [InlineData("give", "Form.OwnerId", "", "Say why it goes to somebody else")]
    public async Task An_act_without_its_reason_is_refused_beside_the_reason(string act, string field, string typed, string why)
    {
        var action = await World.AddActionAsync(World.Leo, $"Without a reason: {act}");
        typed = typed.Length > 0 ? typed : World.Office.Id.ToString();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/actions/{action.Id}");

        page = await senco.SubmitAsync(page.Form($"form[action*='handler={act}']"), (field, typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(why, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById("Form_Reason-error"));
        Assert.Equal(typed, (page.Document.QuerySelector("select[name='Form.OwnerId']") as AngleSharp.Html.Dom.IHtmlSelectElement)?.Value ?? page.Value(field));
        Assert.Equal(action.Version, (await World.ReloadAsync(action)).Version);
    }

    [Theory]
    [InlineData("yesterday", "must be today or later")]
    [InlineData("1 May 2026", "must be today or later")]
    [InlineData("when it rains", "is not a day we can read")]
    [InlineData("", "Enter the new date")]
    public async Task A_day_that_cannot_be_is_refused_beside_the_day_and_the_reason_stays(string typed, string why)
    {
        var action = await World.AddActionAsync(World.Leo, $"To be moved to {typed}");
        var senco = As(World.Senco);

        var page = await senco.SubmitAsync((await senco.GetAsync($"/actions/{action.Id}")).Form("form[action*='handler=move']"), ("Form.Day", typed), ("Form.Reason", "He was away"));

        Assert.Contains(why, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById("Form_Day-error"));
        Assert.Equal("He was away", page.Value("Form.Reason"));
    }

    [Fact]
    public async Task Its_history_tells_every_act_with_who_and_why()
    {
        var action = await World.AddActionAsync(World.Leo, "An action with a history", due: new(2026, 5, 8));
        await ActAsync(World.Senco, action, "move", ("Form.Day", "15 May"), ("Form.Reason", "He was away"));
        await ActAsync(World.Senco, action, "give", ("Form.OwnerId", World.Teacher.Id.ToString()), ("Form.Reason", "Mr Ellis sees him daily"));
        await ActAsync(World.Teacher, action, "start");
        await ActAsync(World.Teacher, action, "park", ("Form.Day", "1 June"), ("Form.Reason", "The clinic is shut"));
        await ActAsync(World.Senco, action, "reopen", ("Form.Day", "12 June"), ("Form.Reason", "It opened early"));
        var page = await ActAsync(World.Senco, action, "done", ("Form.WhatChanged", "He eats with two friends"), ("Form.Evidence", "emailed 12 May"));
        Assert.Equal($"/pupils/{World.Leo.Id}", page.Url);

        page = await As(World.Senco).GetAsync($"/actions/{action.Id}");

        Assert.Equal(
            [
                "Marked as done by Mrs Amina Khan", "Opened again for 12 June by Mrs Amina Khan: It opened early", "Parked until 1 June by Mr Tom Ellis: The clinic is shut",
                "Started by Mr Tom Ellis", "Given to Mr Tom Ellis instead of Mrs Amina Khan by Mrs Amina Khan: Mr Ellis sees him daily",
                "Moved from 8 May to 15 May by Mrs Amina Khan: He was away"
            ],
            page.Texts(".story li p").SkipLast(1));
        Assert.Contains("He eats with two friends", page.Text, StringComparison.Ordinal);
        Assert.Contains("emailed 12 May", page.Text, StringComparison.Ordinal);
        Assert.Contains("Open again", page.Texts("summary"));
    }

    [Fact]
    public async Task A_page_that_was_open_while_somebody_else_acted_is_refused_and_keeps_the_words()
    {
        var action = await World.AddActionAsync(World.Leo, "Two people at it");
        var senco = As(World.Senco);
        var stale = (await senco.GetAsync($"/actions/{action.Id}")).Form("form[action*='handler=done']");
        var staleRow = (await senco.GetAsync("/actions")).Form($"form[action='/actions/{action.Id}?handler=done']");
        await World.ChangeAsync(action, a => a.MoveTo(World.Today.PlusDays(20), "Asked by the family", World.Today, Clock.Now), World.SendLead);

        foreach (var form in (AngleSharp.Html.Dom.IHtmlFormElement[])[stale, staleRow])
        {
            var page = await senco.SubmitAsync(form, ("Form.WhatChanged", "my own words"));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains("Somebody else changed this", Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal("my own words", page.Value("Form.WhatChanged"));
            Assert.Contains("Asked by the family", page.Text, StringComparison.Ordinal);
        }

        var current = await senco.GetAsync($"/actions/{action.Id}");
        await senco.SubmitAsync(current.Form("form[action*='handler=done']"));
        Assert.Equal(ActionStatus.Done, (await World.ReloadAsync(action)).Status);
    }

    [Fact]
    public async Task A_button_pressed_twice_acts_once_and_frightens_nobody()
    {
        var action = await World.AddActionAsync(World.Leo, "Pressed twice", World.Teacher);
        var teacher = As(World.Teacher);
        var form = (await teacher.GetAsync("/actions")).Form($"form[action='/actions/{action.Id}?handler=done']");

        await teacher.SubmitAsync(form, ("Form.WhatChanged", "All well"));
        var second = await teacher.SubmitAsync(form, ("Form.WhatChanged", "All well"));
        var other = await teacher.SubmitAsync(form, ("Form.WhatChanged", "Something else"));

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "Something else"), (other.Status, other.Value("Form.WhatChanged")));
        Assert.Equal((2, "All well"), ((await World.ReloadAsync(action)).Version, (await World.ReloadAsync(action)).WhatChanged));
    }

    [Fact]
    public async Task Pressed_by_two_at_the_same_moment_it_is_done_once()
    {
        var action = await World.AddActionAsync(World.Leo, "Raced for");
        var answers = await Task.WhenAll(new[] { World.Senco, World.Head, World.SendLead, World.Teacher }.Select(async person =>
            (await As(person).PostAsync($"/actions/{action.Id}?handler=done", ("Form.WhatChanged", $"Done by {person.Name}"))).Status));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(a => a is HttpStatusCode.BadRequest));
        Assert.Equal(2, (await World.ReloadAsync(action)).Version);
    }

    [Fact]
    public async Task Who_saw_the_pupil_for_this_action_alone_is_not_led_to_a_closed_door()
    {
        var action = await World.AddActionAsync(World.Leo, "Fetch the form", World.FormTutor);
        var tutor = As(World.FormTutor);
        Assert.Equal(HttpStatusCode.OK, (await tutor.GetAsync($"/pupils/{World.Leo.Id}")).Status);

        var page = await tutor.SubmitAsync((await tutor.GetAsync($"/actions/{action.Id}")).Form("form[action*='handler=done']"));

        Assert.Equal(("/today", HttpStatusCode.OK), (page.Url, page.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await tutor.GetAsync($"/pupils/{World.Leo.Id}")).Status);
    }

    [Fact]
    public async Task It_is_given_to_nobody_who_could_not_see_it_or_may_not_be_told()
    {
        var action = await World.AddActionAsync(World.Zainab, "For the SEND team", visibility: Visibility.SendTeam);
        var page = await As(World.Senco).GetAsync($"/actions/{action.Id}");
        var offered = page.Document.QuerySelectorAll("option").Select(o => o.GetAttribute("value")).ToHashSet();
        Assert.Contains(World.Head.Id.ToString(), offered);
        Assert.DoesNotContain(World.Teacher.Id.ToString(), offered);
        Assert.DoesNotContain(World.ZainabsFather.Id.ToString(), offered);
        Assert.DoesNotContain(World.Left.Id.ToString(), offered);

        foreach (var person in (TestPerson[])[World.Teacher, World.Left, World.ZainabsMother, World.RiversideSenco])
        {
            var refused = await As(World.Senco).PostAsync($"/actions/{action.Id}?handler=give", ("Form.OwnerId", person.Id.ToString()), ("Form.Reason", "by hand"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        }

        Assert.Equal(World.Senco.Id, (await World.ReloadAsync(action)).OwnerId);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task It_goes_back_to_no_other_site(string returnTo)
    {
        var action = await World.AddActionAsync(World.Leo, $"Back to {returnTo.Length}");

        var page = await As(World.Senco).GetAsync($"/actions/{action.Id}?returnTo={Uri.EscapeDataString(returnTo)}");
        Assert.Equal($"/pupils/{World.Leo.Id}", page.LinkTo("Back"));
        page = await As(World.Senco).PostAsync($"/actions/{action.Id}?handler=done&returnTo={Uri.EscapeDataString(returnTo)}");
        Assert.Equal($"/pupils/{World.Leo.Id}", page.Url);
    }

    [Fact]
    public async Task What_was_typed_too_long_is_said_beside_it()
    {
        var action = await World.AddActionAsync(World.Leo, "Too much to say");
        var senco = As(World.Senco);
        var page = await senco.SubmitAsync((await senco.GetAsync($"/actions/{action.Id}")).Form("form[action*='handler=done']"), ("Form.Evidence", new string('z', 501)));

        Assert.NotNull(page.Document.GetElementById("Form_Evidence-error"));
        Assert.Equal(new string('z', 501), page.Value("Form.Evidence"));
    }

    private async Task<TestPage> ActAsync(TestPerson person, AgreedAction action, string act, params (string, string?)[] fields)
    {
        Clock.Pass(Duration.FromMinutes(2));
        var client = As(person);
        return await client.SubmitAsync((await client.GetAsync($"/actions/{action.Id}")).Form($"form[action*='handler={act}']"), fields);
    }
}
