using System.Net;
using System.Text.Json;
using Kept.Domain.Telling;
using NodaTime.Text;

namespace Kept.Web.Telling;

/// <summary>
/// Sends through GOV.UK Notify. The template there holds two gaps and no words of its own, so that the words stay Kept’s, in each language. Each is handed over with a reference of
/// ours: where the connection broke, Notify is asked afterwards whether it has it. Of its answers only the status and the kind of error are read, as it asks.
/// </summary>
internal sealed class NotifySender(NotifyApi api, NotifyKey key, WayToTell way, Guid template) : IAnswersAfterwards
{
    private const int MostSaid = 120;

    public WayToTell Way => way;

    public string Service => key.Mark;

    public async Task<Sending> SendAsync(Outgoing what, CancellationToken cancel)
    {
        var answer = way is WayToTell.Text
            ? await api.PostAsync(
                "/v2/notifications/sms",
                new { phone_number = what.To, template_id = template, personalisation = new { body = string.Join('\n', what.Paragraphs) }, reference = what.Reference },
                what.Begun,
                cancel)
            : await api.PostAsync(
                "/v2/notifications/email",
                new { email_address = what.To, template_id = template, personalisation = new { subject = what.Subject, body = string.Join("\n\n", what.Paragraphs) }, reference = what.Reference },
                what.Begun,
                cancel);
        return answer.Status switch
        {
            HttpStatusCode.Created when Number(answer.Body) is { } number => new Sending(SendingEnd.Taken, Number: number),
            HttpStatusCode.BadRequest => await IsTemplateRightAsync(cancel) switch
            {
                true => new Sending(SendingEnd.Refused, $"GOV.UK Notify does not send there: {Said(answer.Body)}"),
                false => new Sending(SendingEnd.Unreachable, $"GOV.UK Notify’s template for {(way is WayToTell.Text ? "texts" : "emails")} is not there, or has not the gaps that it needs"),
                null => new Sending(SendingEnd.Later, "GOV.UK Notify refused it, and does not say more")
            },
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => new Sending(SendingEnd.Unreachable, "GOV.UK Notify does not accept the key, or this machine’s clock is wrong"),
            HttpStatusCode.TooManyRequests => new Sending(SendingEnd.Unreachable, "GOV.UK Notify takes no more for now"),
            { } other when (int)other is >= 300 and < 500 => new Sending(SendingEnd.Unreachable, $"GOV.UK Notify is not at its address ({(int)other})"),
            { } other => new Sending(SendingEnd.Unclear, $"GOV.UK Notify had a fault while it was handed over ({(int)other})"),
            _ when answer.MayHaveArrived => new Sending(SendingEnd.Unclear, "The connection broke just after it was handed over"),
            _ => new Sending(SendingEnd.Unreachable, "GOV.UK Notify could not be reached")
        };
    }

    public async Task<Whereabouts> AskAsync(string reference, string? number, CancellationToken cancel)
    {
        var answer = await api.GetAsync(number is null ? $"/v2/notifications?reference={Uri.EscapeDataString(reference)}" : $"/v2/notifications/{Uri.EscapeDataString(number)}", cancel);
        return (number, answer.Status) switch
        {
            (not null, HttpStatusCode.OK) => Read(answer.Body),
            (not null, HttpStatusCode.NotFound) => new Whereabouts.NotThere(),
            (null, HttpStatusCode.OK) when answer.Body is { ValueKind: JsonValueKind.Object } && answer.Body.TryGetProperty("notifications", out var found) && found.ValueKind is JsonValueKind.Array =>
                Find(found, reference),
            _ => new Whereabouts.Unsaid()
        };
    }

    /// <summary>Only what bears our reference: a service that did not look for it would give whatever it has.</summary>
    private static Whereabouts Find(JsonElement found, string reference)
    {
        foreach (var notification in found.EnumerateArray())
        {
            if (Word(notification, "reference") == reference)
            {
                return Read(notification);
            }
        }

        return found.GetArrayLength() == 0 ? new Whereabouts.NotThere() : new Whereabouts.Unsaid();
    }

    private static Whereabouts Read(JsonElement notification) => (Number(notification), Word(notification, "status")) switch
    {
        ({ } number, "delivered") => new Whereabouts.Delivered(
            number, Word(notification, "completed_at") is { } at && InstantPattern.ExtendedIso.Parse(at) is { Success: true } then ? then.Value : null),
        ({ } number, "permanent-failure") => new Whereabouts.Failed(number, "There is nobody at this address or number"),
        ({ } number, "temporary-failure") => new Whereabouts.Failed(number, "It was not taken in for three days: a full mailbox, or a phone that is off"),
        ({ } number, "technical-failure") => new Whereabouts.Failed(number, "GOV.UK Notify could not send it"),

        // To a number abroad: there is no more to learn.
        ({ } number, "sent") => new Whereabouts.Gone(number),
        ({ } number, "created" or "sending" or "pending") => new Whereabouts.OnItsWay(number),
        _ => new Whereabouts.Unsaid()
    };

    /// <summary>Whether a refusal can be about whom it was for. Null where Notify does not say.</summary>
    private async Task<bool?> IsTemplateRightAsync(CancellationToken cancel)
    {
        var answer = await api.GetAsync($"/v2/template/{template}", cancel);
        string[] gaps = way is WayToTell.Text ? ["body"] : ["subject", "body"];
        return answer.Status switch
        {
            HttpStatusCode.OK => Word(answer.Body, "type") == (way is WayToTell.Text ? "sms" : "email")
                && answer.Body.TryGetProperty("personalisation", out var wanted) && wanted.ValueKind is JsonValueKind.Object
                && wanted.EnumerateObject().Select(gap => gap.Name).ToHashSet(StringComparer.Ordinal).SetEquals(gaps),
            HttpStatusCode.NotFound or HttpStatusCode.BadRequest => false,
            _ => null
        };
    }

    private static string? Number(JsonElement notification) => Word(notification, "id");

    private static string? Word(JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>For a person to read.</summary>
    private static string Said(JsonElement body)
    {
        var first = body.ValueKind is JsonValueKind.Object && body.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array && errors.GetArrayLength() > 0
            ? Word(errors[0], "message") ?? Word(errors[0], "error")
            : null;
        return first is null ? "no reason given" : first.Length > MostSaid ? first[..MostSaid] : first;
    }
}
