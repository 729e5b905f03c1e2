using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Reads a day from a field of its own, as people type it: "2 May", "next Friday", "yesterday", "in two weeks".</summary>
public static class TypedDay
{
    /// <summary>A day to come: a date without a year is the next one. Null when nothing was typed.</summary>
    public static Result<LocalDate?> ToCome(string? typed, LocalDate today, SchoolCalendar calendar)
    {
        if (Text.Tidy(typed) is not { } words)
        {
            return (LocalDate?)null;
        }

        return BritishDates.Find(words, today, calendar).Due is { } day
            ? day
            : new Refusal($"“{words}” is not a day we can read. Try 2 May, next Friday or 14/5/2026");
    }

    /// <summary>A day gone by: a date without a year, and a weekday, is the last one. Null when nothing was typed.</summary>
    public static Result<LocalDate?> Gone(string? typed, LocalDate today, SchoolCalendar calendar)
    {
        if (Text.Key(typed ?? "") is "yesterday")
        {
            return today.PlusDays(-1);
        }

        if (ToCome(typed, today, calendar).Allowed(out var read, out var refused) && read is { } day && day > today)
        {
            var namesAYear = typed!.Count(char.IsAsciiDigit) > 4;
            return namesAYear ? day : day <= today.PlusDays(7) && !typed!.Any(char.IsAsciiDigit) ? day.PlusDays(-7) : day.PlusYears(-1);
        }

        return refused is null ? read : refused;
    }
}
