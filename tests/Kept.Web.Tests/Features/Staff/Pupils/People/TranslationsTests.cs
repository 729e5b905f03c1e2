using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

/// <summary>What a carer cannot read yet, and a person's translation of it; here without any engine.</summary>
public sealed class TranslationsTests(KeptHost host) : PageTest(host)
{
    private string Page => $"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/translations";

    [Fact]
    public async Task Without_an_engine_staff_read_what_the_family_cannot_and_how_to_have_it_translated()
    {
        await World.AddActionAsync(World.Zainab, "Send picture cards home");

        var page = await As(World.Senco).GetAsync(Page);

        Assert.Contains("They read Urdu", page.Text, StringComparison.Ordinal);
        Assert.Contains("No translation engine is set up here", page.Text, StringComparison.Ordinal);
        Assert.Contains("Send picture cards home", page.Text, StringComparison.Ordinal);
        var preview = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/preview");
        Assert.Contains("See what they cannot read yet", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_translates_the_family_reads_from_right_to_left_with_the_original_beside_it()
    {
        var action = await World.AddActionAsync(World.Zainab, "Practise three signs at home");
        const string urdu = "گھر پر تین اشاروں کی مشق کریں";
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"{Page}?of=ActionWhat-{action.Id}");

        var saved = await senco.SubmitAsync(page.FormWith("Give it to the family"), ("Form.Words", urdu), ("Form.Made", nameof(TranslationMade.Professional)));

        Assert.Contains("can read it in Urdu now", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Translated by a professional", saved.Text, StringComparison.Ordinal);
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var read = await mother.GetAsync($"/family/hillview/{World.Zainab.Id}");
        Assert.Contains(urdu, read.Texts($"#a-{action.Id} h2 bdi[dir=rtl]")[0], StringComparison.Ordinal);
        Assert.Contains("کسی شخص کا ترجمہ", read.Texts($"#a-{action.Id}")[0], StringComparison.Ordinal);
        Assert.Equal("Practise three signs at home", read.Texts($"#a-{action.Id} details bdi[lang=en]")[0]);

        await using var db = Host.OpenDb();
        Assert.True(await db.LedgerLinks.AnyAsync(l => l.Chain == World.Zainab.Id.Value && l.Kind == "translation-given", Cancel));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var action = await World.AddActionAsync(World.Zainab, "Read with her on Fridays");
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"{Page}?of=ActionWhat-{action.Id}");

        var refused = await senco.SubmitAsync(page.FormWith("Give it to the family"), ("Form.Words", "جمعہ کو"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Choose who made the translation", refused.Errors);
        Assert.Contains("جمعہ کو", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_of_words_that_were_corrected_meanwhile_is_not_taken()
    {
        var entry = await World.AddEntryAsync(World.Zainab, "She likes the swing");
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"{Page}?of=EntryIssue-{entry.Id}");
        await World.CorrectAsync(entry, content => content with { Issue = "She is afraid of the swing" });

        var refused = await senco.SubmitAsync(page.FormWith("Give it to the family"), ("Form.Words", "اسے جھولا پسند ہے"), ("Form.Made", nameof(TranslationMade.Staff)));

        Assert.Contains("These words were corrected meanwhile", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_is_counted_line_by_line_and_a_persons_translation_of_a_line_is_what_the_family_reads()
    {
        const string urdu = "پچھلے دروازے پر ملیں";
        var (plan, _) = await World.AddPlanAsync(World.Zainab, content: World.PlanContent with { Strategies = ["Meet her at the back gate"], Strengths = "Draws maps of everything" });
        var senco = As(World.Senco);
        var page = await senco.GetAsync(Page);
        var before = Lacking(page);
        Assert.Contains("Draws maps of everythingThe plan. Not translated", page.Texts(".rows .what"));

        var form = await senco.GetAsync(page.LinkTo("Translate: Meet her at the back gate"));
        var saved = await senco.SubmitAsync(form.FormWith("Give it to the family"), ("Form.Words", urdu), ("Form.Made", nameof(TranslationMade.Staff)));

        Assert.Equal(before - 1, Lacking(saved));
        Assert.Contains("Meet her at the back gateThe plan. Translated by a person", saved.Texts(".rows .what"));
        Assert.Contains("Draws maps of everythingThe plan. Not translated", saved.Texts(".rows .what"));
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var read = await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/plan");
        Assert.Contains(urdu, read.Texts($"[id='{plan.Id}'] p[lang=ur]"));
        Assert.Contains("Meet her at the back gate", read.Texts($"[id='{plan.Id}'] details bdi[lang=en]"));
        Assert.Contains(urdu, (await senco.GetAsync($"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/preview/plan?as=them")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_plan_that_was_changed_meanwhile_is_not_taken_and_what_was_typed_stays_to_be_read()
    {
        var (plan, _) = await World.AddPlanAsync(World.Zainab, PlanKind.Individual, World.PlanContent with { Strengths = "Sings in the mornings" });
        var senco = As(World.Senco);
        var form = await senco.GetAsync((await senco.GetAsync(Page)).LinkTo("Translate: Sings in the mornings"));
        await World.ChangePlanAsync(plan, c => c with { Strengths = "Sings in the evenings" });

        var refused = await senco.SubmitAsync(form.FormWith("Give it to the family"), ("Form.Words", "صبح گاتی ہے"), ("Form.Made", nameof(TranslationMade.Staff)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("not there any more", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("صبح گاتی ہے", refused.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.False(await db.Translations.AnyAsync(t => t.Words == "صبح گاتی ہے", Cancel));
    }

    [Fact]
    public async Task What_she_said_of_the_plan_is_translated_for_staff_who_see_it_and_the_answer_for_her()
    {
        const string said = "وہ صبح ڈرتی ہے";
        var (plan, _) = await World.AddPlanAsync(World.Zainab, PlanKind.Ehcp);
        var view = await World.AddPlanViewAsync(World.ZainabsMother, plan, "matters", said, "ur");
        var senco = As(World.Senco);
        var page = await senco.GetAsync(Page);
        var lacking = Lacking(page);

        var form = await senco.GetAsync(page.LinkTo($"Translate: {said}"));
        var saved = await senco.SubmitAsync(form.FormWith("Give it to staff"), ("Form.Words", "She is frightened in the mornings"), ("Form.Made", nameof(TranslationMade.Professional)));

        Assert.Equal(lacking, Lacking(saved));
        var answer = await senco.GetAsync($"/pupils/{World.Zainab.Id}/plan/views/{view.Id}");
        Assert.Contains("She is frightened in the mornings", answer.Texts("blockquote[lang=en]")[0], StringComparison.Ordinal);
        Assert.DoesNotContain(said, (await As(World.Office).GetAsync(Page)).Html, StringComparison.Ordinal);

        await senco.SubmitAsync(answer.Form(), ("Form.Answer", "Mr Ellis meets her at the gate"));
        var theirs = await senco.GetAsync(Page);
        Assert.Equal(lacking + 1, Lacking(theirs));
        var reply = await senco.GetAsync(theirs.LinkTo("Translate: Mr Ellis meets her at the gate"));
        await senco.SubmitAsync(reply.FormWith("Give it to the family"), ("Form.Words", "مسٹر ایلس دروازے پر ملیں گے"), ("Form.Made", nameof(TranslationMade.Staff)));
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        Assert.Contains("مسٹر ایلس دروازے پر ملیں گے", (await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/plan")).Text, StringComparison.Ordinal);
    }

    /// <summary>How much the page says that the family cannot read.</summary>
    private static int Lacking(TestPage page) =>
        int.Parse(System.Text.RegularExpressions.Regex.Match(page.Text, "(?<lacking>[0-9]+) of [0-9]+ pieces are in English", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["lacking"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_is_not_shared_is_not_there_to_be_translated()
    {
        var secret = await World.AddEntryAsync(World.Zainab, "The staff alone know", Visibility.Staff);

        var page = await As(World.Senco).GetAsync($"{Page}?of=EntryIssue-{secret.Id}");

        Assert.DoesNotContain("staff alone", page.Html, StringComparison.Ordinal);
        Assert.Contains("may see nothing", (await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/people/{World.ZainabsFather.Id}/translations")).Text, StringComparison.Ordinal);
        Assert.Contains("reads English", (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/translations")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.FormTutor).GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(Page)).Status);
    }
}
