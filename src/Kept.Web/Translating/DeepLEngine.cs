using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;

namespace Kept.Web.Translating;

/// <summary>DeepL, a company’s service: what is sent leaves the school.</summary>
internal sealed class DeepLEngine(EngineSettings settings, IClock clock) : HttpEngine(settings, clock)
{
    private readonly string key = settings.Key!;

    public override string Name => "DeepL";

    protected override HttpRequestMessage Asking(string words, string from, string to) =>
        WithKey(new HttpRequestMessage(HttpMethod.Post, "v2/translate")
        {
            Content = JsonContent.Create(new { text = new[] { words }, source_lang = from, target_lang = to, preserve_formatting = true })
        });

    protected override string? Read(JsonElement answer) =>
        answer.Items("translations") is [var only] ? only.Text("text") : null;

    protected override async Task<EnginePairs?> AskForPairsAsync(CancellationToken cancel)
    {
        if (await LanguagesAsync("source", cancel) is not { } sources || await LanguagesAsync("target", cancel) is not { } targets)
        {
            return null;
        }

        return new EnginePairs((from source in sources from target in targets select new EnginePair(source, target)).ToHashSet(), Codes);
    }

    /// <summary>It tells British English and both kinds of Portuguese apart, in what it writes alone.</summary>
    private static IEnumerable<string> Codes(string tag) =>
        (tag.ToLowerInvariant() switch
        {
            "en" => ["EN-GB", "EN"],
            "pt" => ["PT-PT", "PT"],
            "no" => ["NB"],
            "zh-hans" => ["ZH-HANS", "ZH"],
            _ => LanguageCodes.Bcp47(tag)
        }).Select(code => code.ToUpperInvariant());

    private async Task<IReadOnlyList<string>?> LanguagesAsync(string kind, CancellationToken cancel)
    {
        using var request = WithKey(new HttpRequestMessage(HttpMethod.Get, $"v2/languages?type={kind}"));
        using var answer = await GetAsync(request, cancel);
        return answer?.RootElement.Items() is { } languages ? [.. languages.Select(l => l.Text("language")).OfType<string>()] : null;
    }

    private HttpRequestMessage WithKey(HttpRequestMessage request)
    {
        request.Headers.Add("Authorization", $"DeepL-Auth-Key {key}");
        return request;
    }
}
