using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>More words than a field holds: none is lost, and there is a place for them.</summary>
public sealed class LongWordsTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_email_pasted_as_the_issue_is_moved_to_the_note_by_a_button_and_kept_whole()
    {
        var senco = As(World.Senco);
        var email = string.Join(' ', Enumerable.Range(1, 56).Select(n => $"Sentence {n} of her email."));
        var page = await senco.LogAsync(World.Leo, ("Form.Issue", email), ("Form.Note", "It came at noon"));
        Assert.Contains("Move the rest to the note", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(email, page.Value("Form.Issue"));
        Assert.Empty(page.Document.QuerySelectorAll("form.card [maxlength]"));

        page = await senco.PressAsync(page.Form(Logging.Form), "Move the rest to the note");
        var issue = page.Value("Form.Issue")!;
        await senco.PressAsync(page.Form(Logging.Form), "Keep it");

        await using var db = Host.OpenDb();
        var entry = Assert.Single(await db.EntriesSayingAsync(issue));
        Assert.Equal($"It came at noon\n\n{email[issue.Length..].Trim()}", entry.Note);
    }

    [Fact]
    public async Task The_coach_offers_the_button_while_too_much_is_being_typed()
    {
        var senco = As(World.Senco);
        Assert.Contains("Move the rest to the note", (await senco.CoachAsync(World.Leo, "Form.Issue", new string('y', 501))).Texts("button"));
        Assert.Empty((await senco.CoachAsync(World.Leo, "Form.Issue", new string('y', 500))).Texts("button"));
    }

    [Theory]
    [InlineData("Form.Issue", 501)]
    [InlineData("Form.Said", 1001)]
    [InlineData("Form.Note", 8001)]
    [InlineData("Form.Lines[0].Text", 590)]
    public async Task What_is_too_long_is_said_beside_the_field_and_stays(string field, int length)
    {
        var typed = $"SENCO will ring {new string('y', length - 16)}";
        (string, string?)[] issue = field is "Form.Issue" ? [] : [("Form.Issue", "a long one")];

        var page = await As(World.Senco).LogAsync(World.Leo, [.. issue, (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("characters or fewer", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value(field));
    }
}
