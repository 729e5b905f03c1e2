using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Store.Translating;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Translating;

/// <summary>A teacher writes English and a mother reads Spanish; she writes Spanish and the SENCO reads English; each original stands beside it. With the real Apertium.</summary>
public sealed class BothWaysTests(TranslatingHost host) : PageTest(host), IClassFixture<TranslatingHost>
{
    private string Page => $"/family/hillview/{World.Leo.Id}";

    [Fact]
    public async Task What_the_school_writes_is_read_in_Spanish_with_the_original_one_tap_away()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        const string words = "Mr Ellis will read a red book with Leo on 15 May";
        var action = await World.AddActionAsync(World.Leo, words, World.Teacher);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);

        var before = await mother.GetAsync(Page);
        Assert.Contains(words, before.Texts($"#a-{action.Id} h2")[0], StringComparison.Ordinal);
        Assert.Equal("en", before.Document.QuerySelector($"#a-{action.Id} h2")?.GetAttribute("lang"));

        await host.TranslateAsync();
        var page = await mother.GetAsync(Page);

        var heading = page.Texts($"#a-{action.Id} h2")[0];
        Assert.Contains("libro rojo", heading, StringComparison.Ordinal);
        Assert.Contains("Mr Ellis", heading, StringComparison.Ordinal);
        Assert.Contains("Leo", heading, StringComparison.Ordinal);
        Assert.Contains("15 May", heading, StringComparison.Ordinal);
        Assert.Equal("es", page.Document.QuerySelector($"#a-{action.Id} h2")?.GetAttribute("lang"));
        Assert.Contains("Traducido por una máquina (Apertium)", page.Texts($"#a-{action.Id}")[0], StringComparison.Ordinal);
        Assert.Equal(words, page.Texts($"#a-{action.Id} details bdi[lang=en]")[0]);

        var preview = await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview?as=them");
        Assert.Contains("libro rojo", preview.Texts($"#a-{action.Id} h2")[0], StringComparison.Ordinal);
        Assert.Contains(words, preview.Texts($"#a-{action.Id}")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_translated_yet_among_what_is_says_that_it_is_English_for_now_and_is_asked_for_again()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        await World.AddActionAsync(World.Leo, "Bring the green bag");
        await host.TranslateAsync();
        host.Apertium.Kill();
        try
        {
            var later = await World.AddActionAsync(World.Leo, "Bring the white shoes");
            await host.TranslateAsync();
            var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);

            var page = await mother.GetAsync(Page);

            Assert.Equal("Bring the white shoes", page.Texts($"#a-{later.Id} h2")[0]);
            Assert.Contains("Por ahora, en inglés.", page.Texts($"#a-{later.Id}")[0], StringComparison.Ordinal);
        }
        finally
        {
            await host.Apertium.StartAsync();
        }

        Clock.Pass(Duration.FromHours(1));
        await host.TranslateAsync();
        Assert.Contains("zapatos blancos", (await (await host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mother_writes_in_Spanish_is_read_in_English_beside_it()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var action = await World.AddActionAsync(World.Leo, "Read every day", World.Teacher);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = await mother.GetAsync($"{Page}/wrong?about={action.Id}");
        await mother.SubmitAsync(form.Form(), ("Form.Kind", "NotHappening"), ("Form.Words", "El libro rojo no está en la casa de Leo"));

        await using var db = Host.OpenDb();
        var concern = await db.Concerns.AsNoTracking().SingleAsync(c => c.ActionId == action.Id, Cancel);
        Assert.Equal("es", concern.Language);
        var enquiry = await db.Enquiries.AsNoTracking().SingleAsync(q => q.EntryId == concern.EntryId, Cancel);
        var waiting = await As(World.Senco).GetAsync($"/enquiries/{enquiry.Id}");
        Assert.Contains("El libro rojo no está en la casa de Leo", waiting.Html, StringComparison.Ordinal);
        Assert.Contains("Written in Spanish. Not translated into English yet.", waiting.Html, StringComparison.Ordinal);

        await host.TranslateAsync();
        var page = await As(World.Senco).GetAsync($"/enquiries/{enquiry.Id}");

        Assert.Contains("El libro rojo no está en la casa de Leo", page.Texts("blockquote[lang=es]")[0], StringComparison.Ordinal);
        Assert.Contains("red book", page.Texts("blockquote[lang=en]")[0], StringComparison.Ordinal);
        Assert.Contains("translated by a machine (Apertium)", page.Html, StringComparison.Ordinal);
        Assert.Contains("Leo", page.Texts("blockquote[lang=en]")[0], StringComparison.Ordinal);
        Assert.Contains("red book", (await As(World.Senco).GetAsync($"/entries/{concern.EntryId}")).Texts("blockquote[lang=en]")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_yet_in_Spanish_is_read_in_English_by_who_has_it_to_do()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var action = await World.AddActionAsync(World.Leo, "Send the book home", World.Teacher);
        await World.ChangeAsync(action, a => a.MarkDone("Sent", null, World.Today, Clock.Now));
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(Page);
        await mother.PressAsync(page.FormWith("Enviar a la escuela"), "Enviar a la escuela", ("Missing", "La mesa es verde"));

        await host.TranslateAsync();
        var read = await As(World.Teacher).GetAsync($"/actions/{action.Id}");

        Assert.Contains("La mesa es verde", read.Html, StringComparison.Ordinal);
        Assert.Contains("The table is green", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mother_says_before_a_meeting_is_read_in_English_at_it()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: World.LeosMother);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync($"{Page}/meetings/{meeting.Id}");
        await mother.PressAsync(page.FormWith("Enviar a la escuela"), "Enviar a la escuela", ("Form.Well", "La silla es negra"));

        await host.TranslateAsync();
        var read = await As(World.Senco).GetAsync($"/meetings/{meeting.Id}");

        Assert.Contains("La silla es negra", read.Html, StringComparison.Ordinal);
        Assert.Contains("The chair is black", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_that_the_safeguarding_lead_took_over_reaches_no_engine()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = await mother.GetAsync($"{Page}/wrong");
        await mother.SubmitAsync(form.Form(), ("Form.Kind", "SomethingElse"), ("Form.Words", "El moretón secreto es azul"));
        await using var db = Host.OpenDb();
        var concern = await db.Concerns.AsNoTracking().SingleAsync(c => c.Words!.Contains("moretón"), Cancel);
        await World.CorrectAsync(await db.LogEntries.SingleAsync(e => e.Id == concern.EntryId, Cancel), content => content with { Visibility = Visibility.Safeguarding });

        await host.TranslateAsync();

        Assert.DoesNotContain(host.Sent, sent => sent.Contains("secreto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_with_its_translations_costs_one_statement_more()
    {
        await World.ReadsAsync(World.Leo, World.LeosFather, "es");
        for (var i = 0; i < 4; i++)
        {
            await World.AddActionAsync(World.Leo, $"Bring the book number {i}");
        }

        await host.TranslateAsync();
        var father = await host.AsCarerAsync(World.LeosFather, World.Leo);
        await father.GetAsync(Page);
        using var spanish = StatementCounter.Of(Host);
        await father.GetAsync(Page);
        var inSpanish = spanish.Statements;
        await father.GetAsync($"{Page}?language=en");

        Assert.Equal(1, inSpanish - (spanish.Statements - inSpanish));
    }
}
