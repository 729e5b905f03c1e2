using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Translating;

/// <summary>A mother who writes Spanish and a teacher who writes English write to each other, through the real Apertium.</summary>
public sealed class MessagesBothWaysTests(TranslatingHost host) : PageTest(host), IClassFixture<TranslatingHost>
{
    private string Threads => $"/family/hillview/{World.Leo.Id}/messages";

    [Fact]
    public async Task Each_reads_the_other_in_their_own_language_with_the_original_there_and_a_dead_engine_delays_no_message()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var write = await mother.GetAsync($"{Threads}/write?language=es");
        var sent = await mother.SubmitAsync(write.Form(), ("Form.Subject", "El libro"), ("Form.Words", "El libro rojo está en la casa de Leo."));
        await host.TranslateAsync();

        var thread = await ThreadAsync();
        var teacher = As(World.Teacher);
        var read = await teacher.GetAsync(thread);
        Assert.Contains("El libro rojo está en la casa de Leo.", read.Texts("#m-1 p[lang=es]")[0], StringComparison.Ordinal);
        Assert.Contains("red book", read.Texts("#m-1 blockquote[lang=en]")[0], StringComparison.Ordinal);
        Assert.Contains("Leo", read.Texts("#m-1 blockquote[lang=en]")[0], StringComparison.Ordinal);
        Assert.Contains("translated by a machine (Apertium)", read.Texts("#m-1")[0], StringComparison.Ordinal);

        host.Apertium.Kill();
        try
        {
            await teacher.SubmitAsync(read.FormWith("Send to Ms Laura Bennett"), ("Form.Words", "Thank you. Bring the white shoes on 15 May."));
            await host.TranslateAsync();

            // It is there at once, in the words that were written.
            var early = await mother.GetAsync(sent.Url.Split('#')[0]);
            Assert.Contains("Bring the white shoes on 15 May.", early.Texts("#m-2 p[lang=en]")[0], StringComparison.Ordinal);
        }
        finally
        {
            await host.Apertium.StartAsync();
        }

        Clock.Pass(Duration.FromHours(1));
        await host.TranslateAsync();
        var late = await (await host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync(sent.Url.Split('#')[0]);

        Assert.Contains("zapatos blancos", late.Texts("#m-2 p[lang=es]")[0], StringComparison.Ordinal);
        Assert.Contains("15 May", late.Texts("#m-2 p[lang=es]")[0], StringComparison.Ordinal);
        Assert.Equal("Thank you. Bring the white shoes on 15 May.", late.Texts("#m-2 details p[lang=en]")[0]);
        Assert.Contains("Traducido por una máquina (Apertium)", late.Texts("#m-2")[0], StringComparison.Ordinal);
        Clock.Now = FixedClock.Start;
    }

    private async Task<string> ThreadAsync()
    {
        await using var db = Host.OpenDb();
        var id = await db.MessageThreads.Where(t => t.PupilId == World.Leo.Id).OrderByDescending(t => t.StartedAt).Select(t => t.Id).FirstAsync(Cancel);
        return $"/pupils/{World.Leo.Id}/messages/{id}";
    }
}
