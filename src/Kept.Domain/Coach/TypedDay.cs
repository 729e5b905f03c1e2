using System.Text.RegularExpressions;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>Reads a day from a field of its own, as people type it: "2 May", "next Friday", "yesterday", "in two weeks".</summary>
public static partial class TypedDay
{
    private const string Month = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*";

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

    /// <summary>
    /// A day gone by: a date without a year, and a weekday, is the last one. What can only be meant as a day to come stays one, for
    /// the rule about the future to refuse. Null when nothing was typed.
    /// </summary>
    public static Result<LocalDate?> Gone(string? typed, LocalDate today, SchoolCalendar calendar)
    {
        if (LookingBack(Text.Key(typed ?? ""), today) is { } past)
        {
            return past;
        }

        if (!ToCome(typed, today, calendar).Allowed(out var read, out var refused))
        {
            return refused;
        }

        return read is { } day && day > today && DayAndMonth().IsMatch(Text.Key(typed!)) ? day.PlusYears(-1) : read;
    }

    private static LocalDate? LookingBack(string words, LocalDate today)
    {
        if (words is "yesterday")
        {
            return today.PlusDays(-1);
        }

        if (Ago().Match(words) is { Success: true } ago)
        {
            return today.PlusDays(-DateWords.NumberOf(ago.Groups["count"].Value) * (ago.Groups["week"].Success ? 7 : 1));
        }

        if (Weekday().Match(words) is not { Success: true } weekday)
        {
            return null;
        }

        var day = DateWords.DayOf(weekday.Groups["day"].Value);
        return today.DayOfWeek == day && !weekday.Groups["last"].Success ? today : today.Previous(day);
    }

    [GeneratedRegex(@"^(?<count>\d{1,2}|an?|one|two|three|four|five|six) (day|(?<week>week))s? ago$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Ago();

    [GeneratedRegex(@"^(on |this |(?<last>last ))?(?<day>mon(day)?|tues?(day)?|wed(nesday)?|thu(rs)?(day)?|fri(day)?|sat(urday)?|sun(day)?)$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Weekday();

    /// <summary>"25 april", "sat 25th april", "25 4", "april 25": a day and a month, and no year.</summary>
    [GeneratedRegex(
        @"^([a-z]+ )?(\d{1,2}(st|nd|rd|th)? (of )?" + Month + @"|\d{1,2} \d{1,2}|" + Month + @" (the )?\d{1,2}(st|nd|rd|th)?)$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DayAndMonth();
}
