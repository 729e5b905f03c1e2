using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Rolls;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>The rows of a CSV that are about one pupil, while they are read.</summary>
internal sealed class PupilRows
{
    private const int MostContacts = 30;

    private readonly PupilColumns columns;
    private readonly int line;
    private readonly string upn;
    private readonly RollEntry? entry;
    private readonly List<RollCarer> carers = [];
    private readonly List<Problem> problems = [];
    private readonly List<Problem> notes = [];
    private readonly List<string[]> rows = [];

    public PupilRows(PupilColumns columns, TableRow first)
    {
        this.columns = columns;
        line = first.Line;
        upn = Key(first);
        rows.Add(first.Cells);
        if (first.Broken is { } broken)
        {
            problems.Add(broken);
            return;
        }

        entry = ReadPupil(first);
        ReadCarers(first);
    }

    public bool IsAbout(TableRow row) => row.Broken is null && upn.Length > 0 && Key(row) == upn;

    /// <summary>A further row of the same pupil: it must agree about the pupil and bring another contact.</summary>
    public void AddCarers(TableRow row)
    {
        rows.Add(row.Cells);
        var again = ReadPupil(row);
        if (entry is not null && again.DetailsHash() != entry.DetailsHash())
        {
            problems.Add(new Problem(row.Line, columns.Heading(PupilPart.Upn), $"Line {line} has the same UPN with other details"));
        }
        else if (columns.Carers.All(contact => contact.IsBlank(row)))
        {
            problems.Add(new Problem(row.Line, columns.Heading(PupilPart.Upn), $"This pupil is already on line {line}"));
        }
        else if (rows.Count > MostContacts)
        {
            problems.Add(new Problem(row.Line, null, $"More than {MostContacts} rows are about this pupil"));
        }
        else
        {
            ReadCarers(row);
        }
    }

    public RollReading Reading() => new(
        problems.Count > 0 ? null : entry! with { Carers = carers }, line, upn.Length > 0 ? upn : null, problems, notes, () => rows);

    private string Key(TableRow row) =>
        string.Concat((columns.Read(row, PupilPart.Upn) ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private RollEntry ReadPupil(TableRow row)
    {
        if (Upn.Read(upn).Refused(out var wrong))
        {
            Wrong(row, PupilPart.Upn, upn.Length == 0 ? "No UPN" : wrong.Sentence);
        }

        var (given, family) = ReadName(row);
        return new RollEntry
        {
            Line = row.Line,
            Upn = upn,
            GivenName = given,
            FamilyName = family,
            PreferredName = Text.Tidy(columns.Read(row, PupilPart.PreferredName)),
            DateOfBirth = ReadDateOfBirth(row),
            YearGroup = ReadYear(row),
            ClassName = Bounded(row, PupilPart.ClassName, Pupil.ClassMaxLength),
            Provision = ReadProvision(row),
            Needs = ReadNeeds(row)
        };
    }

    private (string Given, string Family) ReadName(TableRow row)
    {
        var given = Bounded(row, PupilPart.GivenName, Pupil.NameMaxLength) ?? "";
        var family = Bounded(row, PupilPart.FamilyName, Pupil.NameMaxLength) ?? "";
        if (columns.Has(PupilPart.FullName) && !(columns.Has(PupilPart.GivenName) && columns.Has(PupilPart.FamilyName)))
        {
            (_, given, family) = Cells.Name(Bounded(row, PupilPart.FullName, Pupil.NameMaxLength) ?? "");
        }

        if (family.Length == 0)
        {
            Wrong(row, columns.Has(PupilPart.FamilyName) ? PupilPart.FamilyName : PupilPart.FullName, "No surname");
        }

        if (given.Length == 0)
        {
            Wrong(row, columns.Has(PupilPart.GivenName) ? PupilPart.GivenName : PupilPart.FullName, "No forename");
        }

        return (given, family);
    }

    private LocalDate? ReadDateOfBirth(TableRow row)
    {
        var cell = columns.Read(row, PupilPart.DateOfBirth);
        if (string.IsNullOrWhiteSpace(cell))
        {
            return null;
        }

        var day = Cells.Date(cell);
        if (day is null)
        {
            Wrong(row, PupilPart.DateOfBirth, $"“{cell.Trim()}” is not a date: use day/month/year, such as 2/5/2016");
        }

        return day;
    }

    private string? ReadYear(TableRow row)
    {
        var cell = columns.Read(row, PupilPart.YearGroup) ?? "";
        var year = YearGroups.Read(cell);
        if (year is null)
        {
            Wrong(row, PupilPart.YearGroup, string.IsNullOrWhiteSpace(cell)
                ? "No year group"
                : $"“{cell.Trim()}” is not a year group: use R, 1 to 14, N1, N2, E1, E2 or X");
        }

        return year;
    }

    private SenProvision? ReadProvision(TableRow row)
    {
        if (columns.Read(row, PupilPart.Provision) is not { } cell)
        {
            return null;
        }

        var provision = SenProvisions.Read(cell);
        if (provision is null)
        {
            Wrong(row, PupilPart.Provision, $"“{cell.Trim()}” is not an SEN status: use E, K or N");
        }

        return provision;
    }

    private List<string>? ReadNeeds(TableRow row)
    {
        if (!columns.Has(PupilPart.PrimaryNeed))
        {
            return null;
        }

        var needs = new List<string>();
        foreach (var part in new[] { PupilPart.PrimaryNeed, PupilPart.SecondaryNeed })
        {
            needs.AddRange(SenNeedCells.Read(columns.Read(row, part), unknown =>
                notes.Add(new Problem(row.Line, columns.Heading(part), $"“{unknown}” is no type of need that Kept knows, and was left out"))));
        }

        return [.. needs.Distinct()];
    }

    private void ReadCarers(TableRow row)
    {
        foreach (var contact in columns.Carers.Where(contact => !contact.IsBlank(row)))
        {
            var carer = CarerCells.Read(contact, row, columns.Headings, problems, notes);
            if (carer is not null && !carers.Exists(c => c.ExternalId == carer.ExternalId && c.Kind == carer.Kind && c.NameKey == carer.NameKey))
            {
                carers.Add(carer);
            }
        }
    }

    /// <summary>Tidied; an empty text where the column is there and the cell is not filled, null where there is no column.</summary>
    private string? Bounded(TableRow row, PupilPart part, int most)
    {
        var cell = columns.Read(row, part);
        if (cell is null)
        {
            return null;
        }

        var text = Text.Tidy(cell) ?? "";
        if (text.Length > most)
        {
            Wrong(row, part, $"This must be {most} characters or fewer");
        }

        return text;
    }

    private void Wrong(TableRow row, PupilPart part, string reason) => problems.Add(new Problem(row.Line, columns.Heading(part), reason));
}
