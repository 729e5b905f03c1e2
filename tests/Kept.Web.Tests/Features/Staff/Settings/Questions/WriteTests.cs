using System.Net;
using Kept.Domain.Families;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Settings.Questions;

/// <summary>One more question, or other words for one; with advice where they are not plain.</summary>
public sealed class WriteTests(KeptHost host) : PageTest(host)
{
    private const string At = "/settings/questions/write";
    private const string Hard = "Which differentiated accommodations would facilitate participation?";

    [Fact]
    public async Task Words_that_are_not_plain_are_advised_on_and_kept_all_the_same()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync(At)).Form();

        var looked = await senco.PressAsync(form, "See how it reads", ("Form.Words", Hard));
        Assert.Equal(HttpStatusCode.OK, looked.Status);
        Assert.Contains("reads like a text for about age", looked.Texts(".coach")[0], StringComparison.Ordinal);
        Assert.Equal(Hard, looked.Document.QuerySelector("[name='Form.Words']")!.GetAttribute("value"));
        Assert.DoesNotContain(Hard, (await senco.GetAsync("/settings/questions")).Text, StringComparison.Ordinal);
        Assert.Contains("This reads plainly", (await senco.PressAsync(form, "See how it reads", ("Form.Words", "What helps at home?"))).Text, StringComparison.Ordinal);

        var kept = await senco.PressAsync(looked.Form(), "Add it");

        Assert.Equal("/settings/questions", kept.Url);
        Assert.Contains(Hard, kept.Texts("ol.rows b"));
        Assert.Contains("about age", kept.Texts("ol.rows .coach")[0], StringComparison.Ordinal);
        await senco.PressAsync(kept.FormWith("Undo"), "Undo");
        await using var db = Host.OpenDb();
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Kind == "question-added" && l.Actor == World.Senco.Id.Value, Cancel));
    }

    [Fact]
    public async Task What_is_no_question_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"{At}?of=well")).Form();
        (string Typed, string Why)[] wrong =
        [
            ("", "Enter the question"), ("What worries you?", "You ask this already"), ("What is going well?", "These are the words that it has"),
            (new string('x', SchoolQuestion.WordsMaxLength + 1), "must be 150 characters or fewer")
        ];

        foreach (var (typed, why) in wrong)
        {
            var page = await senco.PressAsync(form, "Save the new words", ("Form.Words", typed));

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(why, page.Texts("#Form_Words-error").Single(), StringComparison.Ordinal);
            Assert.Equal(typed, page.Document.QuerySelector("[name='Form.Words']")!.GetAttribute("value") ?? "");
        }
    }

    [Fact]
    public async Task A_question_that_has_other_words_meanwhile_is_not_there()
    {
        var senco = As(World.Senco);
        var stale = (await senco.GetAsync($"{At}?of=want")).Form();
        await senco.PressAsync(stale, "Save the new words", ("Form.Words", "What shall we try?"));

        Assert.Contains("Somebody else has changed the questions", (await senco.PressAsync(stale, "Save the new words", ("Form.Words", "Or this?"))).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await senco.GetAsync($"{At}?of=want")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).PostAsync(At, ("Form.Words", "May I?"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).PostAsync($"{At}?handler=Look", ("Form.Words", "May I?"))).Status);
    }
}
