namespace Kept.Web.Imports;

/// <summary>The action log that a school keeps in a spreadsheet or a table, as a file or pasted.</summary>
public sealed class LogSheet
{
    public const int MostRows = 2_000;

    private LogSheet(TextTable table)
    {
        Headings = table.Headings;
        Rows = [.. table.Rows().Take(MostRows + 1)];
        if (Rows.Count > MostRows)
        {
            throw new UnusableFileException($"There are more than {MostRows:N0} rows. Split the log in two and import one after the other.");
        }

        if (Rows.Count == 0)
        {
            throw new UnusableFileException("There are headings and no rows under them.");
        }
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    public static LogSheet Open(string path) => new(
        TextTable.OfFile(path, LogColumns.Score)
        ?? throw new UnusableFileException(
            "No columns were recognised. The first row must hold headings, such as Date, Pupil, Decision, Owner, Deadline, Status. Copy it with the rows."));
}
