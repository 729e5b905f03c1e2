using System.Text.Json;
using NodaTime;

namespace Kept.Web.Translating;

/// <summary>Apertium’s own server (APY): rules and dictionaries, free, on a machine of the school’s.</summary>
internal sealed class ApertiumEngine(EngineSettings settings, IClock clock) : HttpEngine(settings, clock)
{
    public override string Name => "Apertium";

    /// <summary>Sent as a form and not in the address, which its log would keep.</summary>
    protected override HttpRequestMessage Asking(string words, string from, string to) => new(HttpMethod.Post, "translate")
    {
        Content = new FormUrlEncodedContent([new("langpair", $"{from}|{to}"), new("q", words), new("markUnknown", "no")])
    };

    protected override string? Read(JsonElement answer) => answer.Text("responseData", "translatedText");

    protected override async Task<EnginePairs?> AskForPairsAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "listPairs");
        using var answer = await GetAsync(request, cancel);
        return answer?.RootElement.Items("responseData") is { } pairs
            ? new EnginePairs(
                pairs.Select(pair => (From: pair.Text("sourceLanguage"), To: pair.Text("targetLanguage")))
                    .Where(pair => pair is { From: not null, To: not null }).Select(pair => new EnginePair(pair.From!, pair.To!)).ToHashSet(),
                LanguageCodes.Iso3)
            : null;
    }
}
