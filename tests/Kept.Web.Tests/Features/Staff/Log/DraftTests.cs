using System.Net;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>What is typed is kept while it is typed, for its writer alone.</summary>
public sealed class DraftTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task What_was_typed_is_there_again_and_gone_once_it_is_kept()
    {
        var teacher = As(World.Teacher);
        await SaveAsync(teacher, World.Leo, "a draft that is kept", ("Form.Lines[0].Text", "class teacher will ring on Friday"));

        var page = await teacher.GetAsync("/log");
        Assert.Contains("This is what you typed at 9.30am", page.Text, StringComparison.Ordinal);
        Assert.Equal(("a draft that is kept", "class teacher will ring on Friday"), (page.Value("Form.Issue"), page.Value("Form.Lines[0].Text")));

        await teacher.PressAsync(page.Form(Logging.Form), "Keep it");

        Assert.Equal("", (await teacher.GetAsync("/log")).Value("Form.Issue"));
    }

    [Fact]
    public async Task It_is_gone_once_it_is_thrown_away()
    {
        var senco = As(World.Senco);
        await SaveAsync(senco, World.Leo, "a draft to throw away");
        var page = await senco.GetAsync("/log");

        page = await senco.SubmitAsync(page.FormWith("Throw it away"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("a draft to throw away", (await senco.GetAsync("/log")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await SaveAsync(As(World.Dsl), World.Leo, "a draft of the safeguarding lead");

        foreach (var other in (TestPerson[])[World.DeputyDsl, World.Office, World.RiversideSenco])
        {
            Assert.DoesNotContain("a draft of the safeguarding lead", (await As(other).GetAsync("/log")).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_conversations_on_the_go_do_not_overwrite_one_another()
    {
        var head = As(World.Head);
        await SaveAsync(head, World.Leo, "half a line about Leo");
        await SaveAsync(head, World.Zainab, "half a line about Zainab");

        var page = await head.GetAsync($"/log?pupil={World.Leo.Id}");
        Assert.Equal("half a line about Leo", page.Value("Form.Issue"));
        page = await head.GetAsync(page.LinkTo("what you typed about Zainab Ali at 9.30am"));
        Assert.Equal("half a line about Zainab", page.Value("Form.Issue"));
    }

    [Fact]
    public async Task A_save_that_comes_after_the_form_was_kept_brings_nothing_back()
    {
        var tutor = As(World.FormTutor);
        var key = Guid.CreateVersion7().ToString();
        (string, string?)[] typed = [("Form.Key", key), ("Form.PupilId", World.Noah.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", "kept, then saved late"), ("Form.Visibility", "Safeguarding")];
        await tutor.PostAsync("/log", typed);

        await tutor.PostAsync("/log/draft", typed);

        Assert.DoesNotContain("kept, then saved late", (await tutor.GetAsync("/log")).Html, StringComparison.Ordinal);
    }

    /// <summary>On a slow connection the last save of the draft and "Keep it" are answered at the same time.</summary>
    [Fact]
    public async Task A_save_in_the_very_moment_of_keeping_brings_nothing_back()
    {
        var tutor = As(World.FormTutor);

        // A browser has its form's cookie before it sends three things at once; without, each of the three would be given one of its own.
        await tutor.GetAsync("/log");
        for (var i = 0; i < 12; i++)
        {
            (string, string?)[] typed =
                [("Form.Key", Guid.CreateVersion7().ToString()), ("Form.PupilId", World.Noah.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", $"saved while kept {i}"), ("Form.Visibility", "Safeguarding")];
            var answers = await Task.WhenAll(tutor.PostAsync("/log/draft", typed), tutor.PostAsync("/log", typed), tutor.PostAsync("/log/draft", typed));
            Assert.True(answers[1].Status is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{answers[1].Status}: {answers[1].Text}");
        }

        Assert.DoesNotContain("saved while kept", (await tutor.GetAsync("/log")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Just_now_means_the_moment_it_was_typed_in_and_not_the_morning_it_is_found()
    {
        await SaveAsync(As(World.PastoralLead), World.Leo, "typed the day before", ("Form.When", "now"));
        var before = Clock.Now;
        try
        {
            Clock.Pass(Duration.FromDays(1));
            var page = await As(World.PastoralLead).GetAsync("/log");

            Assert.NotNull(page.Document.QuerySelector("input[name='Form.When'][value=other][checked]"));
            Assert.Equal("5 May 2026", page.Value("Form.Day"));
        }
        finally
        {
            Clock.Now = before;
        }
    }

    [Fact]
    public async Task A_form_without_words_leaves_no_draft()
    {
        var lead = As(World.SendLead);
        await SaveAsync(lead, World.Leo, "");

        Assert.DoesNotContain("have not kept yet", (await lead.GetAsync("/log")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_signed_out_is_told_so_in_a_way_that_a_script_understands()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, "/log/draft"));
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Issue", "typed too late")]);
        request.Headers.Add("X-Requested-With", "fetch");

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignedOut().SendAsync(request)).StatusCode);
    }

    private static async Task SaveAsync(TestClient client, TestPupil pupil, string issue, params (string, string?)[] more)
    {
        var saved = await client.PostAsync("/log/draft",
            [("Form.Key", Guid.CreateVersion7().ToString()), ("Form.PupilId", pupil.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", issue), .. more]);
        Assert.Equal(HttpStatusCode.NoContent, saved.Status);
    }
}
