using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>A form that is sent twice keeps one entry, whoever sends it and however fast.</summary>
public sealed class SendingTwiceTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData(Visibility.Family)]
    [InlineData(Visibility.Safeguarding)]
    public async Task The_same_form_keeps_one_entry(Visibility visibility)
    {
        var issue = $"sent twice, {visibility}";
        var teacher = As(World.Teacher);
        var form = (await teacher.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true")).Form(Logging.Form);
        (string, string?)[] typed = [("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", issue), ("Form.Lines[0].Text", "Mrs Marsh will ring home by Friday"), ("Form.Visibility", visibility.ToString())];

        await teacher.PressAsync(form, "Keep it", typed);
        var second = await teacher.PressAsync(form, "Keep it", typed);

        Assert.Equal(HttpStatusCode.OK, second.Status);
        await OneIsKeptAsync(issue);
    }

    [Theory]
    [InlineData(Visibility.Staff)]
    [InlineData(Visibility.Safeguarding)]
    public async Task Even_at_the_same_moment(Visibility visibility)
    {
        var issue = $"sent at once, {visibility}";
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => As(World.Teacher).PostAsync("/log",
            ("Form.Key", key), ("Form.PupilId", World.Leo.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", issue),
            ("Form.Lines[0].Text", "Mrs Marsh will ring home by Friday"), ("Form.Visibility", visibility.ToString()))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        await OneIsKeptAsync(issue);
    }

    [Fact]
    public async Task A_form_filled_in_anew_is_not_taken_for_the_old_one()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true")).Form(Logging.Form);
        await senco.PressAsync(form, "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", "before going back"));

        var page = await senco.PressAsync(form, "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", "after going back"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("after going back", page.Value("Form.Issue"));
        await senco.PressAsync(page.Form(Logging.Form), "Keep it");

        await using var db = Host.OpenDb();
        Assert.Single(await db.EntriesSayingAsync("before going back"));
        Assert.Single(await db.EntriesSayingAsync("after going back"));
    }

    [Fact]
    public async Task The_key_of_somebody_elses_entry_tells_nothing_and_changes_nothing()
    {
        var theirs = await World.AddEntryAsync(World.Leo, "not for the teacher", Visibility.Safeguarding);

        var page = await As(World.Teacher).PostAsync("/log", ("Form.Key", theirs.Id.ToString()), ("Form.PupilId", World.Leo.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", "with a borrowed key"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("not for the teacher", page.Html, StringComparison.Ordinal);
        Assert.NotEqual(theirs.Id.ToString(), page.Value("Form.Key"));
    }

    [Fact]
    public async Task A_form_without_a_key_is_kept_each_time()
    {
        foreach (var issue in (string[])["no key, one", "no key, two"])
        {
            Assert.Equal(HttpStatusCode.OK, (await As(World.Senco).PostAsync("/log", ("Form.PupilId", World.Leo.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", issue))).Status);
        }

        await using var db = Host.OpenDb();
        Assert.Single(await db.EntriesSayingAsync("no key, two"));
    }

    private async Task OneIsKeptAsync(string issue)
    {
        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync(issue));
        Assert.Equal(1, await db.Actions.CountAsync(a => a.EntryId == entry.Id, Cancel));
    }
}
