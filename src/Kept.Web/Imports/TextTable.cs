namespace Kept.Web.Imports;

/// <summary>One row of a table, with the physical line on which it begins.</summary>
public sealed record TableRow(int Line, string[] Cells, Problem? Broken = null)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}

/// <summary>
/// A table in a text file: separated by commas, semicolons or tabs; the headings may stand below a title. Reads row by row, and can
/// be read again.
/// </summary>
public sealed class TextTable
{
    private const int HeadingsWithin = 10;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly Func<TextReader> open;
    private readonly char delimiter;
    private readonly int headingLine;

    private TextTable(Func<TextReader> open, char delimiter, TableRow headings)
    {
        this.open = open;
        this.delimiter = delimiter;
        headingLine = headings.Line;
        Headings = [.. headings.Cells.Select(heading => heading.Trim().TrimStart('\uFEFF'))];
    }

    public IReadOnlyList<string> Headings { get; }

    /// <param name="path">The file.</param>
    /// <param name="score">How many of a row's cells are headings that the caller knows.</param>
    public static TextTable? OfFile(string path, Func<IReadOnlyList<string>, int> score)
    {
        var encoding = TextEncodings.Of(path);
        return Find(() => new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true), score);
    }

    public static TextTable? OfText(string text, Func<IReadOnlyList<string>, int> score) => Find(() => new StringReader(text), score);

    public IEnumerable<TableRow> Rows()
    {
        using var reader = open();
        foreach (var row in Read(reader, delimiter).SkipWhile(row => row.Line <= headingLine))
        {
            if (!row.IsBlank || row.Broken is not null)
            {
                yield return Checked(row);
            }
        }
    }

    /// <summary>The delimiter and the row by which most headings are recognised; null when none is.</summary>
    private static TextTable? Find(Func<TextReader> open, Func<IReadOnlyList<string>, int> score)
    {
        var best = (Score: 0, Table: (TextTable?)null);
        foreach (var mark in Delimiters)
        {
            using var reader = open();
            foreach (var row in Read(reader, mark).Take(HeadingsWithin))
            {
                if (score(row.Cells) is var found && found > best.Score)
                {
                    best = (found, new TextTable(open, mark, row));
                }
            }
        }

        return best.Table;
    }

    private TableRow Checked(TableRow row)
    {
        if (row.Broken is null && row.Cells.Skip(Headings.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return row with
            {
                Broken = new Problem(row.Line, null,
                    $"This line has {row.Cells.Length} cells and there are {Headings.Count} headings. A cell that holds a comma needs quotation marks round it")
            };
        }

        return row;
    }

    private static IEnumerable<TableRow> Read(TextReader reader, char delimiter)
    {
        var rows = new CsvRows(reader, delimiter);
        while (rows.Next() is { } row)
        {
            yield return row;
        }
    }
}
