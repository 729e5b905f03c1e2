using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Tests.Telling;

/// <summary>What Notify has, and what became of it.</summary>
internal sealed record Notification(Guid Id, string Type, string To, string? Subject, string Body, string? Reference, Instant At)
{
    public string Status { get; set; } = "created";

    public Instant? CompletedAt { get; set; }
}

/// <summary>How the server treats what it is handed.</summary>
public enum NotifyMood
{
    Take,

    /// <summary>400 for whom it is for.</summary>
    Refuse,

    /// <summary>429, of too many in a minute.</summary>
    Busy,

    /// <summary>403.</summary>
    Locked,

    /// <summary>500, and keeps nothing.</summary>
    Fault,

    /// <summary>500, and has kept it.</summary>
    FaultAfterwards,

    /// <summary>Keeps it, and breaks the connection before it says so.</summary>
    Vanish,

    /// <summary>Breaks the connection as soon as the words are there, and keeps nothing.</summary>
    Lose,

    /// <summary>Is silent, and keeps nothing.</summary>
    Stall,

    /// <summary>Keeps it, and is silent.</summary>
    StallAfterwards
}

/// <summary>
/// A real HTTP server on loopback that behaves as GOV.UK Notify’s REST documentation says: it checks who asks and when, knows two templates, takes no field that is not documented, refuses
/// in the documented shape, takes the same reference as often as it comes, and says afterwards what became of each.
/// </summary>
public sealed partial class NotifyServer : IAsyncLifetime
{
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";

    private const int MostSecondsOff = 30;

    private readonly int port = Loopback.FreePort();
    private readonly ConcurrentQueue<Notification> all = [];
    private WebApplication? app;

    public static Guid EmailTemplate { get; } = Guid.Parse("f33517ff-2a88-4f6e-b855-c550268ce08a");

    public static Guid TextTemplate { get; } = Guid.Parse("74cfe1a2-0f0d-4ce1-9b6e-3a2f5e1ad0c7");

    public static NotifyKey Key { get; } = NotifyKey.Read($"hillview_live-{ServiceId}-{Secret}")!;

    public NotifyService Service => new(new Uri($"http://127.0.0.1:{port}"), Key, EmailTemplate, TextTemplate);

    public NotifyMood Mood { get; set; }

    /// <summary>Whether its templates have the gaps that Kept fills.</summary>
    public bool HasTemplates { get; set; } = true;

    public IClock Clock { get; set; } = new FixedClock();

    internal IReadOnlyList<Notification> Kept => [.. all];

    /// <summary>Method and path of every request that was let in.</summary>
    internal ConcurrentQueue<string> Requests { get; } = [];

    internal IReadOnlyList<Notification> To(string? address) => [.. all.Where(n => n.To == address)];

    internal void Settle(string to, string status)
    {
        foreach (var notification in To(to))
        {
            notification.Status = status;
            notification.CompletedAt = Clock.GetCurrentInstant();
        }
    }

    internal void Forget()
    {
        all.Clear();
        Requests.Clear();
        (Mood, HasTemplates) = (NotifyMood.Take, true);
    }

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync() => await StopAsync();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Use(LetInAsync);
        app.MapPost("/v2/notifications/email", http => TakeAsync(http, "email"));
        app.MapPost("/v2/notifications/sms", http => TakeAsync(http, "sms"));
        app.MapGet("/v2/notifications/{id}", (Guid id) => all.FirstOrDefault(n => n.Id == id) is { } found ? Results.Json(Shown(found)) : Refusal(404, "NoResultFound", "No result found"));
        app.MapGet("/v2/notifications", (string? reference) => Results.Json(new JsonObject
        {
            ["notifications"] = new JsonArray([.. all.Where(n => reference is null || n.Reference == reference).Reverse().Select(Shown)]),
            ["links"] = new JsonObject { ["current"] = "/v2/notifications" }
        }));
        app.MapGet("/v2/template/{id}", (Guid id) => !HasTemplates || (id != EmailTemplate && id != TextTemplate) ? Refusal(404, "NoResultFound", "No result found") : Results.Json(new JsonObject
        {
            ["id"] = id.ToString(),
            ["type"] = id == EmailTemplate ? "email" : "sms",
            ["personalisation"] = new JsonObject([.. Gaps(id).Select(gap => KeyValuePair.Create<string, JsonNode?>(gap, new JsonObject { ["required"] = true }))])
        }));
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (app is { } running)
        {
            app = null;
            using var soon = new CancellationTokenSource(TimeSpan.Zero);
            await running.StopAsync(soon.Token);
            await running.DisposeAsync();
        }
    }

    private static string[] Gaps(Guid template) => template == EmailTemplate ? ["subject", "body"] : ["body"];

    private static IResult Refusal(int status, string error, string message) => Results.Json(
        new JsonObject { ["status_code"] = status, ["errors"] = new JsonArray(new JsonObject { ["error"] = error, ["message"] = message }) }, statusCode: status);

    private static JsonObject Shown(Notification of) => new()
    {
        ["id"] = of.Id.ToString(),
        ["reference"] = of.Reference,
        ["email_address"] = of.Type is "email" ? of.To : null,
        ["phone_number"] = of.Type is "sms" ? of.To : null,
        ["type"] = of.Type,
        ["status"] = of.Status,
        ["subject"] = of.Subject,
        ["body"] = of.Body,
        ["created_at"] = InstantPattern.ExtendedIso.Format(of.At),
        ["completed_at"] = of.CompletedAt is { } at ? InstantPattern.ExtendedIso.Format(at) : null
    };

    private async Task LetInAsync(HttpContext http, RequestDelegate next)
    {
        if (WhyNot(http.Request.Headers.Authorization.ToString()) is { } why)
        {
            await Refusal(403, "AuthError", why).ExecuteAsync(http);
            return;
        }

        Requests.Enqueue($"{http.Request.Method} {http.Request.Path}");
        await next(http);
    }

    private string? WhyNot(string authorization)
    {
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal) || authorization["Bearer ".Length..].Split('.') is not [var header, var payload, var signature])
        {
            return "Unauthorized: authentication bearer scheme must be used";
        }

        if (JsonNode.Parse(Base64Url.DecodeFromChars(header))!["alg"]?.GetValue<string>() is not "HS256"
            || Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes($"{header}.{payload}"))) != signature
            || JsonNode.Parse(Base64Url.DecodeFromChars(payload)) is not { } said || said["iss"]?.GetValue<string>() != ServiceId)
        {
            return "Invalid token: API key not found";
        }

        return Math.Abs((Clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(said["iat"]!.GetValue<long>())).TotalSeconds) > MostSecondsOff
            ? "Error: Your system clock must be accurate to within 30 seconds"
            : null;
    }

    private async Task TakeAsync(HttpContext http, string type)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        var mood = Mood;
        if (mood is NotifyMood.Stall)
        {
            await SilentAsync(http);
        }

        if (mood is NotifyMood.Lose)
        {
            http.Abort();
            return;
        }

        if (Before(mood, type, body) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        var said = body["personalisation"]!.AsObject();
        var made = new Notification(
            Guid.NewGuid(), type, Where(type, body)!, said["subject"]?.GetValue<string>(), said["body"]!.GetValue<string>(), body["reference"]?.GetValue<string>(), Clock.GetCurrentInstant());
        all.Enqueue(made);
        switch (mood)
        {
            case NotifyMood.Vanish:
                http.Abort();
                break;
            case NotifyMood.StallAfterwards:
                await SilentAsync(http);
                break;
            case NotifyMood.FaultAfterwards:
                await Refusal(500, "Exception", "Internal server error").ExecuteAsync(http);
                break;
            default:
                await Results.Json(new JsonObject { ["id"] = made.Id.ToString(), ["reference"] = made.Reference, ["content"] = new JsonObject { ["body"] = made.Body } }, statusCode: 201).ExecuteAsync(http);
                break;
        }
    }

    private IResult? Before(NotifyMood mood, string type, JsonObject body)
    {
        string[] known = [type is "sms" ? "phone_number" : "email_address", "template_id", "personalisation", "reference"];
        var template = Guid.TryParse(body["template_id"]?.GetValue<string>(), out var id) ? id : default;
        return mood switch
        {
            NotifyMood.Busy => Refusal(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
            NotifyMood.Locked => Refusal(403, "AuthError", "Invalid token: API key not found"),
            NotifyMood.Fault => Refusal(500, "Exception", "Internal server error"),
            NotifyMood.Refuse => Refusal(400, "BadRequestError", "Can’t send to this recipient when service is in trial mode"),
            _ when body.Select(field => field.Key).Except(known).FirstOrDefault() is { } more => Refusal(400, "ValidationError", $"Additional properties are not allowed ({more} was unexpected)"),
            _ when Where(type, body) is not { } to || !(type is "sms" ? Dialled() : Address()).IsMatch(to) => Refusal(400, "ValidationError", $"{known[0]} is not valid"),
            _ when !HasTemplates || template != (type is "sms" ? TextTemplate : EmailTemplate) => Refusal(400, "BadRequestError", "Template not found"),
            _ when Gaps(template).Except(body["personalisation"]?.AsObject().Select(field => field.Key) ?? []).FirstOrDefault() is { } missing =>
                Refusal(400, "BadRequestError", $"Missing personalisation: {missing}"),
            _ => null
        };
    }

    private static string? Where(string type, JsonObject body) => body[type is "sms" ? "phone_number" : "email_address"]?.GetValue<string>();

    /// <summary>Until whoever asked goes away.</summary>
    private static async Task SilentAsync(HttpContext http) => await Task.Delay(Timeout.Infinite, http.RequestAborted);

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dialled();

    [GeneratedRegex("^[^@ ]+@[^@ ]+[.][^@ ]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
