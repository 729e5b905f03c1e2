using System.Globalization;
using Kept.Domain;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Calendar;

/// <param name="Number">The line in what was pasted, from 1.</param>
public sealed record CalendarLine(int Number, string? Kind, string? From, string? To, string? Title);

/// <summary>A calendar as lines of text: kind, from, to, title; commas, semicolons or, from a spreadsheet, tabs between them.</summary>
public static class CalendarLines
{
    public static IReadOnlyList<CalendarLine> Read(string? text)
    {
        var lines = new List<CalendarLine>();
        foreach (var (at, line) in (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Index())
        {
            var cells = Cells(line);
            if (!cells.TrueForAll(string.IsNullOrWhiteSpace) && Text.Key(cells[0]) is not "kind")
            {
                lines.Add(new CalendarLine(at + 1, Cell(cells, 0), Cell(cells, 1), Cell(cells, 2), Cell(cells, 3)));
            }
        }

        return lines;
    }

    public static string Write(IEnumerable<CalendarPeriod> periods) =>
        string.Join('\n', periods.Select(p =>
            $"{p.Kind.InFile()},{Iso(p.From)},{Iso(p.To)},{(p.Title.Contains(',', StringComparison.Ordinal) ? $"\"{p.Title}\"" : p.Title)}"));

    /// <summary>What can be added to the calendar as it is known, and what is wrong with each line that cannot.</summary>
    public static (IReadOnlyList<CalendarPeriod> Added, IReadOnlyList<Refusal> Refusals) Fit(
        IReadOnlyList<CalendarLine> lines, IReadOnlyCollection<CalendarPeriod> known, Id<School> school)
    {
        var refusals = new List<(int Number, string Sentence)>();
        var read = new List<(int Number, CalendarPeriod Period)>();
        foreach (var line in lines)
        {
            if (Read(line, school).Allowed(out var entry, out var refusal))
            {
                read.Add((line.Number, entry.Period));
            }
            else
            {
                refusals.Add((line.Number, refusal.Sentence));
            }
        }

        var all = known.ToList();
        var added = new List<CalendarPeriod>();

        // Terms first, in whatever order they are written: the rest must find theirs.
        foreach (var (number, period) in read.OrderBy(r => r.Period.Kind is not PeriodKind.Term).ThenBy(r => r.Number))
        {
            if (all.Exists(k => k.Kind == period.Kind && k.From == period.From && k.To == period.To))
            {
                continue;
            }

            if (CalendarRules.RefusalOf(period, all) is { } refusal)
            {
                refusals.Add((number, refusal.Sentence));
                continue;
            }

            all.Add(period);
            added.Add(period);
        }

        return (added, [.. refusals.OrderBy(r => r.Number).Select(r => new Refusal($"Line {r.Number}: {r.Sentence}"))]);
    }

    private static Result<CalendarEntry> Read(CalendarLine line, Id<School> school)
    {
        if (PeriodKinds.Read(line.Kind) is not { } kind)
        {
            return new Refusal($"“{line.Kind}” is not a kind of period: write term, half-term, inset, closure or bank-holiday");
        }

        if (Day(line.From) is not { } from)
        {
            return new Refusal($"“{line.From}” is not a date: write it with its year, like 2026-09-01 or 1/9/2026");
        }

        if (line.To is null)
        {
            return CalendarEntry.For(school, kind, from, from, line.Title);
        }

        return Day(line.To) is { } to
            ? CalendarEntry.For(school, kind, from, to, line.Title)
            : new Refusal($"“{line.To}” is not a date: write it with its year, like 2026-12-18 or 18/12/2026");
    }

    /// <summary>A file's dates say their year; one without is not guessed at.</summary>
    private static LocalDate? Day(string? text)
    {
        var one = WrittenDate.Read(text, new LocalDate(2000, 1, 1));
        return one == WrittenDate.Read(text, new LocalDate(2010, 1, 1)) ? one : null;
    }

    /// <summary>A cell in quotation marks may hold what stands between cells.</summary>
    private static List<string> Cells(string line)
    {
        var between = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(',', StringComparison.Ordinal) ? ',' : ';';
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == between && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }

        return cells;
    }

    private static string? Cell(List<string> cells, int at) => at < cells.Count ? Text.Tidy(cells[at]) : null;

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
