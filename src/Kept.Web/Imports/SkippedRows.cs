using System.Buffers;
using System.Text;

namespace Kept.Web.Imports;

/// <summary>
/// Writes what was skipped as a CSV under the file's own headings, with a last column that says what is wrong. Mended, it can be
/// imported as it is: the last column is passed over.
/// </summary>
public sealed class SkippedRows : IDisposable
{
    public const string ProblemHeading = "Problem";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n;\t");

    private readonly StreamWriter csv;
    private readonly int width;
    private readonly int problemAt;

    public SkippedRows(string path, IReadOnlyList<string> headings)
    {
        // With the byte order mark, without which Excel takes UTF-8 for something else.
        csv = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        Path = path;
        problemAt = headings.ToList().FindIndex(heading => heading.Equals(ProblemHeading, StringComparison.OrdinalIgnoreCase));
        width = headings.Count;
        Write([.. headings], ProblemHeading);
    }

    public string Path { get; }

    public int Count { get; private set; }

    public void Add(IEnumerable<string[]> rows, IEnumerable<Problem> problems)
    {
        var words = string.Join("; ", problems.Select(problem => problem.Column is null ? problem.Reason : $"{problem.Column}: {problem.Reason}"));
        foreach (var row in rows)
        {
            Write(row, words);
            Count++;
        }
    }

    public void Dispose() => csv.Dispose();

    private void Write(string[] cells, string problem)
    {
        // A line with a comma too many keeps all its cells, so that it can be seen and mended.
        var row = cells.Concat(Enumerable.Repeat("", Math.Max(0, width - cells.Length))).ToList();
        if (problemAt >= 0)
        {
            row[problemAt] = problem;
        }
        else
        {
            row.Add(problem);
        }

        csv.WriteLine(string.Join(',', row.Select(Quoted)));
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
