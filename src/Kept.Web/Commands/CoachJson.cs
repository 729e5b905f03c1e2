using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kept.Domain.Coach;
using NodaTime.Text;

namespace Kept.Web.Commands;

/// <summary>A reading as one line of JSON.</summary>
internal static class CoachJson
{
    // Quotes and accents stay readable: the output goes to a file or a terminal, never into a page.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never
    };

    public static string Write(LineReading reading) => JsonSerializer.Serialize(
        new
        {
            reading.Text,
            Kind = reading.Kind is LineKind.Issue ? "issue" : "action",
            Owner = reading.Owner is { } owner ? new { Kind = KindOf(owner), owner.Name } : null,
            Due = reading.Due is { } due ? LocalDatePattern.Iso.Format(due) : null,
            reading.Act,
            Advice = reading.Advice.Select(a => new { a.Code, a.Message })
        },
        Options);

    private static string KindOf(RosterPerson owner) => owner.Kind switch
    {
        OwnerKind.Staff => "staff",
        OwnerKind.Carer => "carer",
        _ => "professional"
    };
}
