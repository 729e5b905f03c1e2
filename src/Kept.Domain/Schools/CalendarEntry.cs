using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>A period of the calendar as the school keeps it.</summary>
public sealed class CalendarEntry : IBelongsToSchool
{
    public const int TitleMaxLength = 80;

    public required Id<CalendarEntry> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required PeriodKind Kind { get; init; }
    public required LocalDate From { get; init; }
    public required LocalDate To { get; init; }
    public required string Title { get; init; }

    public CalendarPeriod Period => new(Kind, From, To, Title);

    public static Result<CalendarEntry> For(Id<School> school, PeriodKind kind, LocalDate from, LocalDate to, string? title)
    {
        if (to < from)
        {
            return new Refusal("The last day must be the first day or later", nameof(To));
        }

        if (IsLongerThanAYear(from, to))
        {
            return new Refusal("That is longer than a school year: check the year of both days", nameof(To));
        }

        var named = Text.Tidy(title) ?? kind switch
        {
            PeriodKind.Closure => "Closed",
            _ => kind.InWords()
        };
        if (named.Length > TitleMaxLength)
        {
            return new Refusal($"The name must be {TitleMaxLength} characters or fewer", nameof(Title));
        }

        return new CalendarEntry { Id = Id<CalendarEntry>.New(), SchoolId = school, Kind = kind, From = from, To = to, Title = named };
    }

    private static bool IsLongerThanAYear(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to) > 366;
}
