using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;

namespace Kept.Web.Telling;

/// <summary>What came back: no status where nothing did.</summary>
/// <param name="MayHaveArrived">Whether the request can have been acted upon.</param>
internal sealed record NotifyAnswer(HttpStatusCode? Status, JsonElement Body, bool MayHaveArrived);

/// <summary>GOV.UK Notify’s API (version 2 of its REST documentation), within a time and with answers no larger than they can be.</summary>
internal sealed class NotifyApi : IDisposable
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly NotifyService service;
    private readonly IClock clock;
    private readonly HttpClient http;

    public NotifyApi(NotifyService service, IClock clock)
        : this(service, clock, Longest)
    {
    }

    internal NotifyApi(NotifyService service, IClock clock, TimeSpan longest)
    {
        this.service = service;
        this.clock = clock;

        // Each request has a connection of its own: one that had died while it lay idle would leave it unclear whether the words had left.
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !service.Address.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.Zero
        })
        {
            BaseAddress = service.Address,
            Timeout = longest,
            MaxResponseContentBufferSize = LargestAnswer
        };
    }

    /// <param name="path">"/v2/notifications/sms".</param>
    /// <param name="body">What is to be sent.</param>
    /// <param name="begun">When it was taken to be sent.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<NotifyAnswer> PostAsync(string path, object body, Instant begun, CancellationToken cancel)
    {
        using var words = new ToldWhenRead(JsonSerializer.SerializeToUtf8Bytes(body));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(words) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await SendAsync(request, begun, () => words.WasRead, cancel);
    }

    public async Task<NotifyAnswer> GetAsync(string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, clock.GetCurrentInstant(), () => false, cancel);
    }

    public void Dispose() => http.Dispose();

    private async Task<NotifyAnswer> SendAsync(HttpRequestMessage request, Instant at, Func<bool> hasLeft, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Key.Token(at));
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return new NotifyAnswer(response.StatusCode, Read(await response.Content.ReadAsByteArrayAsync(cancel)), MayHaveArrived: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new NotifyAnswer(null, default, hasLeft());
        }
    }

    private static JsonElement Read(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
