using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kept.Domain;
using Kept.Domain.Meetings;
using NodaTime;

namespace Kept.Web.Features.Staff.Surgeries;

/// <summary>A surgery as typed: text until the domain has read it, so that nothing typed is lost.</summary>
public sealed class SurgeryForm
{
    /// <summary>The rules' names for the fields, and the form's.</summary>
    public static readonly (string, string)[] Fields =
    [
        ("Lead", nameof(Lead)), (nameof(SurgeryPlan.Weekday), nameof(Weekday)), (nameof(SurgeryPlan.From), nameof(From)), (nameof(SurgeryPlan.Minutes), nameof(Minutes)),
        (nameof(SurgeryPlan.Slots), nameof(Slots)), (nameof(SurgeryPlan.Place), nameof(Place))
    ];

    /// <summary>Becomes the surgery's id: sending the form twice offers one.</summary>
    public Guid Key { get; set; }

    [Display(Name = "Whose time")]
    public string? Lead { get; set; }

    [Display(Name = "Every")]
    public IsoDayOfWeek? Weekday { get; set; }

    [Display(Name = "From", Description = "For example, 3.30pm")]
    public string? From { get; set; }

    [Display(Name = "Minutes for each family")]
    public string? Minutes { get; set; } = "10";

    [Display(Name = "How many families")]
    public string? Slots { get; set; } = "6";

    [Display(Name = "Place", Description = "A room, a video call. Families read it")]
    public string? Place { get; set; }

    /// <summary>The plan, and what could not be read of it: something harmless stands there instead, so that the rest can be looked at too.</summary>
    public (SurgeryPlan Plan, IReadOnlyList<Refusal> Unread) Read()
    {
        var from = WrittenTime.Read(From);
        return (
            new SurgeryPlan { Weekday = Weekday ?? IsoDayOfWeek.None, From = from ?? default, Slots = Number(Slots), Minutes = Number(Minutes), Place = Place },
            from is null ? [new Refusal("Enter the time it starts, such as 3.30pm", nameof(SurgeryPlan.From))] : []);
    }

    private static int Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
