using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Translating;

/// <summary>A plan that a mother reads in Spanish, what she says of it in Spanish, and the answer in English. With the real Apertium.</summary>
public sealed class PlanBothWaysTests(TranslatingHost host) : PageTest(host), IClassFixture<TranslatingHost>
{
    private string Page => $"/family/hillview/{World.Leo.Id}/plan";

    [Fact]
    public async Task The_plan_is_read_in_Spanish_with_its_names_and_figures_and_what_stays_the_same_is_translated_once()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var (plan, _) = await World.AddPlanAsync(World.Leo, content: World.PlanContent with
        {
            Strengths = "Leo reads a red book",
            Provisions = [new PlanProvision(Id<PlanProvision>.New(), "A green chair near Mr Ellis", "Mr Zmudowski", "3 days a week", "10 minutes")]
        });
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);

        await host.TranslateAsync();
        var page = await mother.GetAsync(Page);

        Assert.Contains("libro rojo", page.Texts($"[id='{plan.Id}'] [id$='-strengths'] p[lang=es]")[0], StringComparison.Ordinal);
        Assert.Contains("Leo reads a red book", page.Texts($"[id='{plan.Id}'] [id$='-strengths'] bdi[lang=en]")[0], StringComparison.Ordinal);
        var given = page.Texts($"[id='{plan.Id}'] [id*='-provision-']")[0];
        foreach (var kept in (string[])["silla verde", "Mr Ellis", "Mr Zmudowski", "3", "10"])
        {
            Assert.Contains(kept, given, StringComparison.Ordinal);
        }

        var before = host.Sent.Count;
        await World.ChangePlanAsync(plan, c => c with { Matters = "The white dog" }, reason: "The dog is white");
        await host.TranslateAsync();
        Assert.Contains("perro blanco", (await mother.GetAsync(Page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Sent.Skip(before), sent => sent.Contains("red book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_persons_translation_of_a_line_stands_before_the_engines()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        await World.AddPlanAsync(World.Leo, PlanKind.Ehcp, World.PlanContent with { Strategies = ["The table is yellow"] });
        await host.TranslateAsync();
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        Assert.Contains("amarill", (await mother.GetAsync(Page)).Text, StringComparison.Ordinal);
        var senco = As(World.Senco);
        var list = await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/translations");

        var form = await senco.GetAsync(list.LinkTo("Translate better: The table is yellow"));
        await senco.SubmitAsync(form.FormWith("Give it to the family"), ("Form.Words", "La mesita es de color limón"), ("Form.Made", "Staff"));

        var read = await mother.GetAsync(Page);
        Assert.Contains("La mesita es de color limón", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("amarill", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_says_of_it_is_read_in_English_and_the_answer_in_Spanish()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var (plan, _) = await World.AddPlanAsync(World.Leo, PlanKind.Individual);
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "El perro es negro", "es");
        await host.TranslateAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}");
        Assert.Contains("El perro es negro", page.Texts("blockquote[lang=es]")[0], StringComparison.Ordinal);
        Assert.Contains("The dog is black", page.Texts("blockquote[lang=en]")[0], StringComparison.Ordinal);

        await senco.SubmitAsync(page.Form(), ("Form.Answer", "The book is red"));
        await host.TranslateAsync();

        var mother = await (await host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync(Page);
        Assert.Contains("El libro es rojo", mother.Text, StringComparison.Ordinal);
        Assert.Contains("El perro es negro", mother.Text, StringComparison.Ordinal);
    }
}
