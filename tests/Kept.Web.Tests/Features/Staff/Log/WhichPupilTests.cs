using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>Whom the log is about: what is kept goes to that pupil’s family, so the form never guesses.</summary>
public sealed class WhichPupilTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_name_that_fits_several_is_asked_for_and_the_choice_is_taken()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync("/log?afresh=true");
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", "a"), ("Form.Issue", "chosen from several"));
        Assert.Contains("More than one pupil fits. Choose which", page.Errors);

        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Which", World.Zainab.Id.ToString()));

        Assert.Equal($"/pupils/{World.Zainab.Id}", page.Url);
    }

    [Theory]
    [InlineData("ali")]
    [InlineData("zai al")]
    public async Task A_name_typed_in_part_is_asked_about_before_anything_is_kept(string typed)
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync("/log?afresh=true");
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", typed), ("Form.Issue", $"found by {typed}"));

        Assert.StartsWith("Is this about Zainab Ali, ", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((typed, $"found by {typed}"), (page.Value("Form.Pupil"), page.Value("Form.Issue")));
        await using var db = Host.OpenDb();
        Assert.Empty(await db.EntriesSayingAsync($"found by {typed}"));
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it");
        Assert.StartsWith("Is this about Zainab Ali, ", Assert.Single(page.Errors), StringComparison.Ordinal);

        await senco.PressAsync(page.Form(Logging.Form), "Yes, keep it about Zainab Ali");

        Assert.Equal(World.Zainab.Id, Assert.Single(await db.EntriesSayingAsync($"found by {typed}")).PupilId);
    }

    [Fact]
    public async Task A_number_in_place_of_the_name_is_read_back_as_the_name_before_anything_is_kept()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync("/log?afresh=true");
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", World.Zainab.Upn), ("Form.Issue", "found by number"));
        Assert.StartsWith("Is this about Zainab Ali, ", Assert.Single(page.Errors), StringComparison.Ordinal);

        var teacher = As(World.Teacher);
        page = await teacher.PressAsync((await teacher.GetAsync("/log?afresh=true")).Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", World.Zainab.Upn), ("Form.Issue", "found by number"));
        Assert.Contains(page.Errors, error => error.Contains("Nobody of that name", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Zainab Ali, 4B")]
    [InlineData("ali zainab")]
    public async Task A_whole_name_is_asked_about_no_further(string typed)
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync("/log?afresh=true");
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", typed), ("Form.Issue", $"found by {typed}"));

        Assert.Equal($"/pupils/{World.Zainab.Id}", page.Url);
    }

    [Fact]
    public async Task A_name_in_the_box_counts_for_more_than_a_pupil_chosen_before()
    {
        var senco = As(World.Senco);
        await senco.PostAsync("/log", ("Form.Key", Guid.CreateVersion7().ToString()), ("Form.PupilId", World.Leo.Id.ToString()), ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", "Zainab Ali"), ("Form.Issue", "said about Zainab"));

        await using var db = Host.OpenDb();
        Assert.Equal(World.Zainab.Id, Assert.Single(await db.EntriesSayingAsync("said about Zainab")).PupilId);
    }

    [Fact]
    public async Task A_teacher_finds_only_the_pupils_they_work_with()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync("/log?afresh=true");
        page = await teacher.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", "Zainab"), ("Form.Issue", "not mine"));
        Assert.Contains("Nobody of that name is among the pupils you work with", page.Errors);

        page = await teacher.PostAsync("/log", ("Form.PupilId", World.Zainab.Id.ToString()), ("Form.Issue", "not mine"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("Ali", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_pupil_can_be_chosen_with_all_else_that_was_typed()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true");

        page = await senco.PressAsync(page.Form(Logging.Form), "Another pupil", ("Form.Issue", "it was Noah after all"));
        Assert.Equal("it was Noah after all", page.Value("Form.Issue"));
        page = await senco.PressAsync(page.Form(Logging.Form), "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Pupil", World.Noah.Name));

        Assert.Equal($"/pupils/{World.Noah.Id}", page.Url);
    }
}
