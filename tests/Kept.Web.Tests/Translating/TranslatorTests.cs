using Kept.Domain.Access;
using Kept.Domain.Translating;
using Kept.Store.Translating;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Translating;

/// <summary>What is written is translated a moment later by the real engine; what may not be sent is not sent; the engine’s death delays a translation and nothing else.</summary>
public sealed class TranslatorTests(TranslatingHost host) : PageTest(host), IClassFixture<TranslatingHost>
{
    [Fact]
    public async Task What_is_agreed_is_translated_for_who_reads_another_language_with_its_names_and_days_as_they_were()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var action = await World.AddActionAsync(World.Leo, "Mrs Khan will read the IEP with Leo on 15 May at 3.30pm");

        await host.TranslateAsync();

        var made = Assert.Single(await MadeAsync(action.Id.Value));
        Assert.Equal(("en", "es", "Apertium"), (made.From, made.To, made.Engine));
        Assert.Contains("Mrs Khan", made.Words, StringComparison.Ordinal);
        Assert.Contains("Leo", made.Words, StringComparison.Ordinal);
        Assert.Contains("15 May", made.Words, StringComparison.Ordinal);
        Assert.Contains("3.30pm", made.Words, StringComparison.Ordinal);
        Assert.Contains("educación individual", made.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("QX", made.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Sent, sent => sent.Contains("IEP", StringComparison.Ordinal) || sent.Contains("Leo", StringComparison.Ordinal) || sent.Contains("Khan", StringComparison.Ordinal));
        Assert.Equal("Mrs Khan will read the IEP with Leo on 15 May at 3.30pm", (await World.ReloadAsync(action)).What);
    }

    [Theory]
    [InlineData(Visibility.Staff)]
    [InlineData(Visibility.SendTeam)]
    [InlineData(Visibility.Safeguarding)]
    public async Task What_is_not_shared_with_the_family_reaches_no_engine(Visibility visibility)
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var secret = $"secretword{visibility}".ToLowerInvariant();
        await World.AddEntryAsync(World.Leo, $"The {secret} of the house", visibility, said: $"{secret} again", note: $"{secret} noted");
        await World.AddActionAsync(World.Leo, $"Write the {secret} down", World.Dsl, visibility: visibility);
        await World.AddEntryAsync(World.Leo, $"The open {visibility} word");

        await host.TranslateAsync();

        Assert.DoesNotContain(host.Sent, sent => sent.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(host.Sent, sent => sent.Contains($"open {visibility} word", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Visibility.Staff)]
    [InlineData(Visibility.Safeguarding)]
    public async Task What_was_narrowed_before_it_was_sent_reaches_no_engine(Visibility narrowed)
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var word = $"bruise{narrowed}".ToLowerInvariant();
        var entry = await World.AddEntryAsync(World.Leo, $"The {word} was seen");
        await World.AddActionAsync(World.Leo, $"Ask about the {word}", World.Dsl, entry: entry);
        await World.CorrectAsync(entry, content => content with { Visibility = narrowed });

        await host.TranslateAsync();

        Assert.DoesNotContain(host.Sent, sent => sent.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nothing_is_translated_for_a_carer_who_may_be_told_nothing_and_nothing_of_another_child()
    {
        await World.ReadsAsync(World.Zainab, World.ZainabsFather, "es");
        await World.AddActionAsync(World.Zainab, "Practise the unheard words");

        await host.TranslateAsync();

        Assert.DoesNotContain(host.Sent, sent => sent.Contains("unheard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_engine_cannot_do_is_left_and_asked_for_no_more()
    {
        // Zainab's mother reads Urdu, for which Apertium here has no words.
        await World.AddActionAsync(World.Zainab, "Read the picturebook");

        await host.TranslateAsync();

        Assert.DoesNotContain(host.Sent, sent => sent.Contains("picturebook", StringComparison.Ordinal));
        Assert.False(await WaitsAsync(World.Zainab));
    }

    [Fact]
    public async Task An_engine_that_is_killed_delays_the_translation_and_nothing_else()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        await host.TranslateAsync();
        host.Apertium.Kill();

        var action = await World.AddActionAsync(World.Leo, "Bring the blue coat to school");
        await host.TranslateAsync();
        Assert.Equal("Bring the blue coat to school", (await World.ReloadAsync(action)).What);
        Assert.Empty(await MadeAsync(action.Id.Value));
        Assert.True(await WaitsAsync(World.Leo));

        await host.Apertium.StartAsync();
        await host.TranslateAsync();
        Assert.Empty(await MadeAsync(action.Id.Value));

        Clock.Pass(TranslationQueue.PauseAfter(0) + Duration.FromSeconds(1));
        await host.TranslateAsync();
        Assert.Contains("azul", Assert.Single(await MadeAsync(action.Id.Value)).Words, StringComparison.OrdinalIgnoreCase);
        Assert.False(await WaitsAsync(World.Leo));
    }

    [Fact]
    public async Task Words_that_are_corrected_are_translated_anew_and_the_older_translation_is_theirs_no_more()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var entry = await World.AddEntryAsync(World.Leo, "He likes the red book");
        await host.TranslateAsync();
        await World.CorrectAsync(entry, content => content with { Issue = "He likes the green book" });

        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var now = Texts.Of(entry.Id, "He likes the green book", null, null).ToList();
        Assert.Null((await record.TranslationsOfAsync(now, "es", Cancel)).For(now[0]));

        await host.TranslateAsync();
        Assert.Contains("verde", (await record.TranslationsOfAsync(now, "es", Cancel)).For(now[0])!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_translation_comes_before_a_machines_and_no_machine_is_asked_where_there_is_one()
    {
        await World.ReadsAsync(World.Leo, World.LeosMother, "es");
        var entry = await World.AddEntryAsync(World.Leo, "She wants an earlier hour");
        var text = Texts.Of(entry.Id, "She wants an earlier hour", null, null).First();
        await host.TranslateAsync();
        await GiveAsync(text, "Quiere una hora más temprana");

        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var shown = (await record.TranslationsOfAsync([text], "es", Cancel)).For(text)!;
        Assert.Equal(("Quiere una hora más temprana", TranslationMade.Staff, null), (shown.Words, shown.Made, shown.Engine));

        var second = await World.AddEntryAsync(World.Leo, "She asks for the second plan");
        var other = Texts.Of(second.Id, "She asks for the second plan", null, null).First();
        await GiveAsync(other, "Pide el segundo plan");
        await host.TranslateAsync();
        Assert.DoesNotContain(host.Sent, sent => sent.Contains("second plan", StringComparison.Ordinal));
    }

    private async Task GiveAsync(WrittenText text, string words)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var given = Translation.Give(World.Hillview.Id, World.Leo.Id, text, text.Fingerprint, "es", words, TranslationMade.Staff, World.Senco.Id, Clock.Now).OrThrow();
        record.Add(given);
        Assert.Null(await record.SaveAsync(new TranslationGiven(World.Leo.Id, given.Id), Cancel));
    }

    private async Task<List<MachineTranslation>> MadeAsync(Guid text)
    {
        await using var db = Host.OpenDb();
        return await db.MachineTranslations.AsNoTracking().Where(t => t.TextId == text).ToListAsync(Cancel);
    }

    private async Task<bool> WaitsAsync(TestPupil child)
    {
        await using var db = Host.OpenDb();
        return await db.TranslationRounds.AnyAsync(r => r.PupilId == child.Id, Cancel);
    }
}
