using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>What the coach says while a line is typed.</summary>
public sealed class CoachTests(KeptHost host) : PageTest(host)
{
    private const string Issue = "Form.Issue";
    private const string Line = "Form.Lines[0].Text";

    [Theory]
    [InlineData(Line, "Monitor progress")]
    [InlineData(Line, "SENCO to monitor progress")]
    [InlineData(Issue, "discussed support")]
    [InlineData(Line, "School to arrange a visit")]
    [InlineData(Line, "SENCO and class teacher to agree a signal")]
    public async Task A_vague_line_draws_advice(string field, string typed)
    {
        var said = await As(World.Senco).CoachAsync(World.Leo, field, typed);

        Assert.NotEmpty(said.Texts(".coach"));
    }

    [Theory]
    [InlineData(Line, "SENCO to share a shorter start-of-day plan by Friday")]
    [InlineData(Line, "Class teacher to check reading task completion every Friday for four weeks")]
    [InlineData(Line, "mum will send the private report to the office by 15 May")]
    [InlineData(Line, "Mr Ellis reduces written work for two weeks")]
    [InlineData(Issue, "morning anxiety and late arrival")]
    public async Task A_good_line_draws_none(string field, string typed)
    {
        var said = await As(World.Senco).CoachAsync(World.Leo, field, typed);

        Assert.Empty(said.Texts(".coach"));
    }

    [Fact]
    public async Task A_line_shows_as_what_it_was_read()
    {
        var said = await As(World.Senco).CoachAsync(World.Leo, Line, "SENCO to share a shorter start-of-day plan by Friday");

        Assert.Contains("Mrs Amina Khan", said.Html, StringComparison.Ordinal);
        Assert.Contains("Fri 8 May", said.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_pupil_is_chosen_nobody_is_said_to_be_unknown()
    {
        var said = await As(World.Senco).PostAsync("/log/coach", ("field", Line), (Line, "mum will send the report by Friday"), ("Form.When", "now"));

        Assert.Empty(said.Texts(".coach"));
    }

    [Theory]
    [InlineData("__RequestVerificationToken")]
    [InlineData("Form.Lines[0].Text\r\nX")]
    [InlineData("")]
    public async Task A_field_that_is_no_line_is_not_read(string field)
    {
        var said = await As(World.Senco).PostAsync("/log/coach", ("field", field), ("Form.When", "now"));

        Assert.Empty(said.Html.Trim());
    }
}
