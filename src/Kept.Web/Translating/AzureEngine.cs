using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;

namespace Kept.Web.Translating;

/// <summary>Azure’s Translator, a company’s service: what is sent leaves the school.</summary>
internal sealed class AzureEngine(EngineSettings settings, IClock clock) : HttpEngine(settings, clock)
{
    private readonly (string Key, string? Region) known = (settings.Key!, settings.Region);

    public override string Name => "Azure Translator";

    protected override HttpRequestMessage Asking(string words, string from, string to)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"translate?api-version=3.0&textType=plain&from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}")
        {
            Content = JsonContent.Create(new[] { new Dictionary<string, string> { ["Text"] = words } })
        };
        request.Headers.Add("Ocp-Apim-Subscription-Key", known.Key);
        if (known.Region is { } region)
        {
            request.Headers.Add("Ocp-Apim-Subscription-Region", region);
        }

        return request;
    }

    protected override string? Read(JsonElement answer) =>
        answer.Items() is [var only] && only.Items("translations") is [var translation] ? translation.Text("text") : null;

    protected override async Task<EnginePairs?> AskForPairsAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "languages?api-version=3.0&scope=translation");
        using var answer = await GetAsync(request, cancel);
        if (answer?.RootElement.At("translation") is not { ValueKind: JsonValueKind.Object } languages)
        {
            return null;
        }

        var codes = languages.EnumerateObject().Select(l => l.Name).ToList();
        return new EnginePairs((from source in codes from target in codes select new EnginePair(source, target)).ToHashSet(), LanguageCodes.Bcp47);
    }
}
