using System.Net;
using System.Text.Json;
using NodaTime;

namespace Kept.Web.Translating;

/// <summary>
/// An engine that is asked over HTTP: within a time, with answers no larger than a page, and never sent on to another address. What was sent is in no log of ours.
/// </summary>
internal abstract class HttpEngine : ITranslationEngine
{
    private const int LargestAnswer = 1024 * 1024;

    /// <summary>What an engine can do changes when it is set up anew, which is seldom.</summary>
    private static readonly Duration PairsHoldFor = Duration.FromMinutes(10);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly HttpClient http;
    private readonly IClock clock;
    private Known? known;

    protected HttpEngine(EngineSettings settings, IClock clock)
    {
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !settings.Address.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5)
        })
        {
            BaseAddress = settings.Address,
            Timeout = Longest,
            MaxResponseContentBufferSize = LargestAnswer
        };
    }

    public abstract string Name { get; }

    public async Task<bool?> CanAsync(string from, string to, CancellationToken cancel) =>
        await PairsAsync(cancel) is { } pairs ? pairs.Find(from, to) is not null : null;

    public bool? Knows(string from, string to) => known is { } last ? last.Pairs.Find(from, to) is not null : null;

    public async Task<EngineAnswer> TranslateAsync(string words, string from, string to, CancellationToken cancel)
    {
        if (await PairsAsync(cancel) is not { } pairs)
        {
            return new EngineAnswer.Away($"{Name} does not say what it can translate");
        }

        if (pairs.Find(from, to) is not { } pair)
        {
            return new EngineAnswer.Cannot($"{Name} does not translate from {from} to {to}");
        }

        using var request = Asking(words, pair.From, pair.To);
        var (status, body) = await SendAsync(request, cancel);
        using (body)
        {
            return (status, body) switch
            {
                (HttpStatusCode.OK, { } answer) => Read(answer.RootElement) is { } read ? new EngineAnswer.Translated(read) : new EngineAnswer.Away($"{Name} answered with something else"),
                (HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableContent, _) => new EngineAnswer.Cannot($"{Name} refused it ({(int)status.Value})"),
                (null, _) => new EngineAnswer.Away($"{Name} did not answer"),
                _ => new EngineAnswer.Away($"{Name} answered {(int)status.Value}")
            };
        }
    }

    public void Dispose() => http.Dispose();

    protected abstract HttpRequestMessage Asking(string words, string from, string to);

    /// <summary>Null where the answer has not the shape that it should.</summary>
    protected abstract string? Read(JsonElement answer);

    /// <summary>Which pairs there are, in the engine's own codes. Null where it is not there.</summary>
    protected abstract Task<EnginePairs?> AskForPairsAsync(CancellationToken cancel);

    protected async Task<JsonDocument?> GetAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var (status, body) = await SendAsync(request, cancel);
        if (status is HttpStatusCode.OK)
        {
            return body;
        }

        body?.Dispose();
        return null;
    }

    private async Task<EnginePairs?> PairsAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (known is { } last && now - last.At < PairsHoldFor)
        {
            return last.Pairs;
        }

        if (await AskForPairsAsync(cancel) is not { } pairs)
        {
            return null;
        }

        known = new Known(now, pairs);
        return pairs;
    }

    /// <summary>No status, where nothing came back in time or what came was no JSON.</summary>
    private async Task<(HttpStatusCode? Status, JsonDocument? Body)> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return response.StatusCode is HttpStatusCode.OK
                ? (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel)))
                : (response.StatusCode, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, null);
        }
    }

    private sealed record Known(Instant At, EnginePairs Pairs);
}
