using Kept.Domain.Families;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Translating;

/// <summary>A school’s own question reaches a mother in Spanish, with the original one tap away; a person’s translation stands first. With the real Apertium.</summary>
public sealed class QuestionsBothWaysTests(TranslatingHost host) : PageTest(host), IClassFixture<TranslatingHost>
{
    private const string Question = "Where is the green table?";

    [Fact]
    public async Task The_schools_own_question_is_read_in_Spanish_and_a_persons_words_stand_first()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        await host.TranslateAsync();
        var senco = As(World.Senco);
        var all = await senco.PressAsync((await senco.GetAsync("/settings/questions/write")).Form(), "Add it", ("Form.Words", Question));
        Assert.Contains("1 of 1 not translated yet", all.Text, StringComparison.Ordinal);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var at = $"/family/hillview/{World.Leo.Id}/meetings/{meeting.Id}";
        var before = await mother.GetAsync(at);
        Assert.Equal("en", before.Document.QuerySelectorAll("label").Single(l => l.TextContent == Question).GetAttribute("lang"));

        await host.TranslateAsync();

        var page = await mother.GetAsync(at);
        var label = page.Document.QuerySelectorAll("label[lang=es]").Single();
        Assert.Contains("mesa verde", label.TextContent, StringComparison.Ordinal);
        Assert.Contains("Traducido por una máquina (Apertium)", page.Html, StringComparison.Ordinal);
        Assert.Contains(Question, page.Texts("details bdi[lang=en]"));
        Assert.Contains("¿Qué va bien?", page.Texts("label"));
        Assert.DoesNotContain(host.Sent, sent => sent.Contains("going well", StringComparison.Ordinal));
        all = await senco.GetAsync("/settings/questions?in=es");
        Assert.Contains("Translated by a machine", all.Text, StringComparison.Ordinal);
        Assert.Contains("mesa verde", string.Join(' ', all.Texts("#seen label")), StringComparison.Ordinal);

        var translate = await senco.GetAsync(all.LinkTo("Look at it: Spanish"));
        Assert.Contains("Apertium translates your own questions", translate.Text, StringComparison.Ordinal);
        var given = await senco.PressAsync((await senco.GetAsync(translate.LinkTo($"Translate better: {Question}"))).FormWith("Give it to families"), "Give it to families",
            ("Form.Words", "¿Dónde está la mesa de color verde?"), ("Form.Made", "Staff"));
        Assert.Contains("Translated by a person", given.Text, StringComparison.Ordinal);

        page = await mother.GetAsync(at);
        Assert.Equal("¿Dónde está la mesa de color verde?", page.Texts("label[lang=es]").Single());
        Assert.Contains("Traducido por una persona", page.Html, StringComparison.Ordinal);
        var own = page.Document.QuerySelector("textarea[name^='Form.Own']")!.GetAttribute("name")!;
        await mother.PressAsync(page.FormWith("Enviar a la escuela"), "Enviar a la escuela", (own, "La silla es negra"));
        await host.TranslateAsync();
        var heard = (await senco.GetAsync($"/meetings/{meeting.Id}")).Texts(".heard").Single();
        Assert.StartsWith(Question, heard, StringComparison.Ordinal);
        Assert.Contains("The chair is black", heard, StringComparison.Ordinal);
        await using var db = host.OpenDb();
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Kind == "question-translated" && l.Actor == World.Senco.Id.Value && l.Chain == World.Hillview.Id.Value, Cancel));
        Assert.Equal(1, await db.MachineTranslations.CountAsync(t => t.Kind == Domain.Translating.WrittenKind.QuestionWords, Cancel));
    }
}
