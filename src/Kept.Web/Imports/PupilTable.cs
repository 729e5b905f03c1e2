using Kept.Domain.Pupils;

namespace Kept.Web.Imports;

/// <summary>A CSV of pupils. Rows that stand together and name the same pupil are one pupil with several contacts.</summary>
public sealed class PupilTable : RollFile
{
    private readonly TextTable table;
    private readonly PupilColumns columns;

    private PupilTable(TextTable table)
    {
        this.table = table;
        columns = PupilColumns.Of(table.Headings);
    }

    public override string Kind => "CSV";

    public override IReadOnlyList<string> Headings => table.Headings;

    public override IReadOnlyList<(string Heading, string? Meaning)> Understood => columns.Understood();

    public static new PupilTable Open(string path)
    {
        var found = TextTable.OfFile(path, PupilColumns.Score)
            ?? throw new UnusableFileException(
                "No columns were recognised: there must be a line of headings with a column for the UPN. Add it to the report and export it again.");
        var read = new PupilTable(found);
        return read.columns.Missing() is { } missing ? throw new UnusableFileException(missing) : read;
    }

    public override IEnumerable<RollReading> Read()
    {
        PupilRows? pupil = null;
        foreach (var row in table.Rows())
        {
            if (pupil is not null && pupil.IsAbout(row))
            {
                pupil.AddCarers(row);
                continue;
            }

            if (pupil is not null)
            {
                yield return pupil.Reading();
            }

            pupil = new PupilRows(columns, row);
        }

        if (pupil is not null)
        {
            yield return pupil.Reading();
        }
    }
}
