using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Schools;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <summary>One period as it is typed.</summary>
public sealed class CalendarForm
{
    [Display(Name = "What is it?")]
    public PeriodKind? Kind { get; set; }

    [Display(Name = "First day", Description = "For example, 1 September or 1/9/2026")]
    public string? From { get; set; }

    [Display(Name = "Last day", Description = "Leave empty if it is one day")]
    public string? To { get; set; }

    [Display(Name = "Name", Description = "For example, Autumn term. Leave empty for the usual name")]
    public string? Title { get; set; }

    public static CalendarForm Of(CalendarPeriod period) => new()
    {
        Kind = period.Kind,
        From = period.From.InWords(),
        To = period.From == period.To ? null : period.To.InWords(),
        Title = period.Title
    };

    /// <summary>A day without a year is in the school year that is shown.</summary>
    public Result<CalendarEntry> Read(Id<School> school, AcademicYear year)
    {
        if (Kind is not { } kind)
        {
            return new Refusal("Choose what it is", nameof(Kind));
        }

        if (WrittenDate.Read(From, year.From) is not { } from)
        {
            return new Refusal("Enter the first day, like 1 September 2026", nameof(From));
        }

        if (string.IsNullOrWhiteSpace(To))
        {
            return kind is PeriodKind.Term
                ? new Refusal("Enter the last day of the term", nameof(To))
                : CalendarEntry.For(school, kind, from, from, Title);
        }

        return WrittenDate.Read(To, from) is { } to
            ? CalendarEntry.For(school, kind, from, to, Title)
            : new Refusal("Enter the last day, like 18 December 2026", nameof(To));
    }
}
