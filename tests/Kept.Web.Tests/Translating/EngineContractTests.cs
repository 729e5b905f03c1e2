using System.Text.Json.Nodes;
using Kept.Web.Tests.World;
using Kept.Web.Translating;
using Microsoft.AspNetCore.Http;

namespace Kept.Web.Tests.Translating;

/// <summary>
/// LibreTranslate, DeepL and Azure cannot run here: a small server of our own takes their place, and each request is held against what their
/// documentation says. That the real services answer so is not proved by these tests.
/// </summary>
public sealed class EngineContractTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LibreTranslate_is_asked_as_its_API_says()
    {
        await using var server = await RecordedServer.StartAsync(asked => asked.PathAndQuery is "/languages"
            ? Json("""[{"code":"en","name":"English","targets":["en","es","ur"]},{"code":"es","name":"Spanish","targets":["en"]}]""")
            : Json("""{"translatedText":"Hola"}"""));
        using var engine = EngineSettings.Of("libretranslate", server.Address, "open-sesame").OrThrow().Open(new FixedClock());

        Assert.Equal(new EngineAnswer.Translated("Hola"), await engine.TranslateAsync("Hello", "en", "es", Cancel));
        Assert.IsType<EngineAnswer.Cannot>(await engine.TranslateAsync("Hola", "es", "ur", Cancel));

        var (languages, translate) = TheTwo(server);
        Assert.Equal("GET", languages.Method);
        Assert.Equal(("POST", "/translate"), (translate.Method, translate.PathAndQuery));
        AssertSame("""{"q":"Hello","source":"en","target":"es","format":"text","api_key":"open-sesame"}""", translate);
    }

    [Fact]
    public async Task DeepL_is_asked_as_its_API_says()
    {
        await using var server = await RecordedServer.StartAsync(asked => asked.PathAndQuery switch
        {
            "/v2/languages?type=source" => Json("""[{"language":"EN","name":"English"},{"language":"PT","name":"Portuguese"}]"""),
            "/v2/languages?type=target" => Json("""[{"language":"EN-GB","name":"English (British)"},{"language":"PT-PT","name":"Portuguese"},{"language":"PT-BR","name":"Portuguese"}]"""),
            _ => Json("""{"translations":[{"detected_source_language":"EN","text":"Olá"}]}""")
        });
        using var engine = EngineSettings.Of("deepl", server.Address, "open-sesame").OrThrow().Open(new FixedClock());

        Assert.Equal(new EngineAnswer.Translated("Olá"), await engine.TranslateAsync("Hello", "en", "pt", Cancel));
        Assert.Equal(new EngineAnswer.Translated("Olá"), await engine.TranslateAsync("Hello", "en", "pt-BR", Cancel));
        Assert.Equal(new EngineAnswer.Translated("Olá"), await engine.TranslateAsync("Bom dia", "pt", "en", Cancel));
        Assert.IsType<EngineAnswer.Cannot>(await engine.TranslateAsync("Hello", "en", "ur", Cancel));

        Assert.All(server.Requests, asked => Assert.Equal("DeepL-Auth-Key open-sesame", asked.Headers["Authorization"]));
        var translated = server.Requests.Where(asked => asked.PathAndQuery is "/v2/translate").ToList();
        AssertSame("""{"text":["Hello"],"source_lang":"EN","target_lang":"PT-PT","preserve_formatting":true}""", translated[0]);
        AssertSame("""{"text":["Hello"],"source_lang":"EN","target_lang":"PT-BR","preserve_formatting":true}""", translated[1]);
        AssertSame("""{"text":["Bom dia"],"source_lang":"PT","target_lang":"EN-GB","preserve_formatting":true}""", translated[2]);
    }

    [Fact]
    public async Task Azure_is_asked_as_its_API_says()
    {
        await using var server = await RecordedServer.StartAsync(asked => asked.PathAndQuery.StartsWith("/languages", StringComparison.Ordinal)
            ? Json("""{"translation":{"en":{"name":"English","dir":"ltr"},"zh-Hans":{"name":"Chinese Simplified","dir":"ltr"},"pa":{"name":"Punjabi","dir":"ltr"}}}""")
            : Json("""[{"translations":[{"text":"你好","to":"zh-Hans"}]}]"""));
        using var engine = EngineSettings.Of("azure", server.Address, "open-sesame", "uksouth").OrThrow().Open(new FixedClock());

        Assert.Equal(new EngineAnswer.Translated("你好"), await engine.TranslateAsync("Hello", "en", "zh-Hans", Cancel));
        Assert.True(await engine.CanAsync("en", "pa", Cancel));
        Assert.False(await engine.CanAsync("en", "pa-Arab", Cancel));

        var (languages, translate) = TheTwo(server);
        Assert.Equal("/languages?api-version=3.0&scope=translation", languages.PathAndQuery);
        Assert.Equal("/translate?api-version=3.0&textType=plain&from=en&to=zh-Hans", translate.PathAndQuery);
        Assert.Equal(("open-sesame", "uksouth"), (translate.Headers["Ocp-Apim-Subscription-Key"], translate.Headers["Ocp-Apim-Subscription-Region"]));
        AssertSame("""[{"Text":"Hello"}]""", translate);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(403, true)]
    [InlineData(429, true)]
    [InlineData(456, true)]
    [InlineData(503, true)]
    [InlineData(302, true)]
    public async Task What_may_be_otherwise_later_is_asked_again_and_nothing_is_sent_on_to_another_address(int status, bool isAway)
    {
        await using var elsewhere = await RecordedServer.StartAsync(_ => Json("""{"translatedText":"Hola"}"""));
        await using var server = await RecordedServer.StartAsync(asked => asked.PathAndQuery is "/languages"
            ? Json("""[{"code":"en","name":"English","targets":["es"]}]""")
            : status is 302 ? Results.Redirect(elsewhere.Address + "/translate") : Results.StatusCode(status));
        using var engine = EngineSettings.Of("libretranslate", server.Address, key: null).OrThrow().Open(new FixedClock());

        var answer = await engine.TranslateAsync("Hello", "en", "es", Cancel);

        Assert.Equal(isAway, answer is EngineAnswer.Away);
        Assert.Equal(!isAway, answer is EngineAnswer.Cannot);
        Assert.DoesNotContain("Hello", $"{answer}", StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        await using var server = await RecordedServer.StartAsync(asked => asked.PathAndQuery is "/languages"
            ? Json("""[{"code":"en","name":"English","targets":["es"]}]""")
            : Json($$"""{"translatedText":"{{new string('a', 2_000_000)}}"}"""));
        using var engine = EngineSettings.Of("libretranslate", server.Address, key: null).OrThrow().Open(new FixedClock());

        Assert.IsType<EngineAnswer.Away>(await engine.TranslateAsync("Hello", "en", "es", Cancel));
    }

    [Theory]
    [InlineData("babelfish", "https://example.org", null)]
    [InlineData("apertium", "http://translate.example.org", null)]
    [InlineData("apertium", "ftp://example.org", null)]
    [InlineData("apertium", "https://user:secret@example.org", null)]
    [InlineData("deepl", null, null)]
    [InlineData("azure", null, null)]
    [InlineData("deepl", null, "two words")]
    public void What_cannot_be_meant_is_refused_at_the_start(string kind, string? address, string? key) =>
        Assert.True(EngineSettings.Of(kind, address, key).Refused(out _));

    private static IResult Json(string body) => Results.Text(body, "application/json");

    private static (Asked Languages, Asked Translate) TheTwo(RecordedServer server) =>
        server.Requests.ToArray() is [var languages, var translate] ? (languages, translate) : throw new InvalidOperationException($"It was asked {server.Requests.Count} times.");

    private static void AssertSame(string expected, Asked asked) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(asked.Body)), asked.Body);
}
