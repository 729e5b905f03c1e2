using CsvHelper;
using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Commands;

/// <summary>Reads the people and the calendar that lines are checked against, where there is no database to ask.</summary>
internal static class CoachFiles
{
    /// <summary><c>kind,name,initials,role,teaches</c>; a row for each role that somebody holds.</summary>
    public static Result<List<RosterPerson>> People(string path) =>
        Read(path, ["kind", "name"], row => Person(row, path)).Allowed(out var rows, out var refusal)
            ? Together(rows)
            : refusal;

    /// <summary><c>kind,from,to,title</c>; both days included.</summary>
    public static Result<SchoolCalendar> Calendar(string path) =>
        Read(path, ["kind", "from", "to"], row => Period(row, path)).Allowed(out var periods, out var refusal)
            ? new SchoolCalendar(periods)
            : refusal;

    /// <summary>Two rows with one name are one person who holds two roles, not two people to choose between.</summary>
    private static List<RosterPerson> Together(List<RosterPerson> rows) =>
    [
        .. rows.GroupBy(p => (p.Kind, p.Name)).Select(same => same.First() with
        {
            Initials = same.Select(p => p.Initials).FirstOrDefault(i => i is not null),
            Roles = [.. same.SelectMany(p => p.Roles).Distinct(StringComparer.OrdinalIgnoreCase)],
            Classes = [.. same.SelectMany(p => p.Classes).Distinct(StringComparer.OrdinalIgnoreCase)]
        })
    ];

    private static Result<List<T>> Read<T>(string path, string[] columns, Func<CsvReader, Result<T>> read)
    {
        try
        {
            using var csv = CsvReader.FromFile(path, new CsvReaderOptions { TrimWhitespace = true, SkipEmptyLines = true, TrackLineNumbers = true });
            return Rows(path, csv, columns, read);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"Cannot read {path}: {problem.Message}");
        }
        catch (CsvFormatException problem)
        {
            return new Refusal($"{path} is not a CSV file that can be read: {problem.Message}");
        }
    }

    private static Result<List<T>> Rows<T>(string path, CsvReader csv, string[] columns, Func<CsvReader, Result<T>> read)
    {
        var missing = Array.Find(columns, c => At(csv, c) < 0);
        if (missing is not null)
        {
            return new Refusal($"{path} has no column \"{missing}\": its first line names the columns.");
        }

        var rows = new List<T>();
        while (csv.Read())
        {
            if (!read(csv).Allowed(out var row, out var refusal))
            {
                return refusal;
            }

            rows.Add(row);
        }

        return rows;
    }

    private static Result<RosterPerson> Person(CsvReader row, string path)
    {
        var name = Cell(row, "name");
        if (name.Length == 0)
        {
            return Wrong(path, row, "has no name");
        }

        OwnerKind? kind = Cell(row, "kind").ToLowerInvariant() switch
        {
            "staff" => OwnerKind.Staff,
            "carer" => OwnerKind.Carer,
            "professional" => OwnerKind.Professional,
            _ => null
        };
        if (kind is null)
        {
            return Wrong(path, row, $"has the kind \"{Cell(row, "kind")}\": use staff, carer or professional");
        }

        var initials = Cell(row, "initials");
        return new RosterPerson(name, kind.Value, name, initials.Length == 0 ? null : initials, Some(Cell(row, "role")), Some(Cell(row, "teaches")));
    }

    private static Result<CalendarPeriod> Period(CsvReader row, string path)
    {
        PeriodKind? kind = Cell(row, "kind").ToLowerInvariant() switch
        {
            "term" => PeriodKind.Term,
            "half-term" => PeriodKind.HalfTerm,
            "inset" => PeriodKind.Inset,
            "closure" => PeriodKind.Closure,
            "bank-holiday" => PeriodKind.BankHoliday,
            _ => null
        };
        if (kind is null)
        {
            return Wrong(path, row, $"has the kind \"{Cell(row, "kind")}\": use term, half-term, inset, closure or bank-holiday");
        }

        var from = LocalDatePattern.Iso.Parse(Cell(row, "from"));
        var to = LocalDatePattern.Iso.Parse(Cell(row, "to"));
        return !from.Success || !to.Success ? Wrong(path, row, "needs dates such as 2026-04-13 in from and to")
            : to.Value < from.Value ? Wrong(path, row, "ends before it begins")
            : new CalendarPeriod(kind.Value, from.Value, to.Value, Cell(row, "title"));
    }

    private static Refusal Wrong(string path, CsvReader row, string what) => new($"{path}, line {row.LineNumber}, {what}.");

    private static int At(CsvReader csv, string column)
    {
        for (var i = 0; i < csv.Headers.Count; i++)
        {
            if (csv.Headers[i].Trim().Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Cell(CsvReader row, string column) =>
        At(row, column) is >= 0 and var at && at < row.FieldCount ? row.GetString(at) : "";

    private static string[] Some(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
