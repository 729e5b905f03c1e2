using System.Globalization;
using System.Text;
using Kept.Domain.Schools;
using Kept.Store.Coming;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Exports;

/// <summary>
/// Dates as a calendar programme fetches them (RFC 5545). It leaves the school, so it names no child and repeats none of the record's
/// words: initials, what kind of thing it is, and the address where it is read behind a sign-in.
/// </summary>
public static class ICalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MostOctets = 75;

    public static string Write(string name, IEnumerable<ComingRow> rows, string home, Instant now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Kept//Kept//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var row in rows)
        {
            Event(text, row, home, now);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, ComingRow row, string home, Instant now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{row.Kind.ToString().ToLowerInvariant()}-{row.Id}@kept");
        Line(text, $"DTSTAMP:{Moment(now)}");
        if (row.At is { } time)
        {
            var starts = (row.On + time).InZoneLeniently(School.Zone).ToInstant();
            Line(text, $"DTSTART:{Moment(starts)}");
            Line(text, $"DTEND:{Moment(starts + Duration.FromMinutes(row.Minutes))}");
        }
        else
        {
            Line(text, $"DTSTART;VALUE=DATE:{Day(row.On)}");
            Line(text, $"DTEND;VALUE=DATE:{Day(row.On.PlusDays(1))}");
            Line(text, "TRANSP:TRANSPARENT");
        }

        var what = ComingPlaces.InWords(row.Kind);
        Line(text, $"SUMMARY:{Escape($"{char.ToUpperInvariant(what[0])}{what[1..]} ({row.PupilInitials})")}");
        Line(text, $"URL:{home}{ComingPlaces.Of(row)}");
        Line(text, "CLASS:CONFIDENTIAL");
        Line(text, "END:VEVENT");
    }

    private static string Moment(Instant at) => at.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>No line is longer than 75 octets; what goes on begins with a space, and no character is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var room = MostOctets;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                text.Append("\r\n ");
                room = MostOctets - 1;
            }

            text.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
