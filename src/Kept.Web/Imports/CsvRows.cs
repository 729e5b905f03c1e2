using System.Text;

namespace Kept.Web.Imports;

/// <summary>
/// Splits text into rows of cells (RFC 4180, leniently: a quotation mark inside an unquoted cell is a quotation mark). Knows the
/// physical line on which each row begins, which is how a bad row is named.
/// </summary>
internal sealed class CsvRows(TextReader reader, char delimiter)
{
    /// <summary>A cell longer than this is a quotation mark that was never closed.</summary>
    private const int LongestCell = 20_000;

    private const int MostCells = 1_000;

    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder cell = new();
    private readonly List<string> cells = [];
    private int at;
    private int filled;
    private int line = 1;

    /// <summary>The next row; null at the end.</summary>
    public TableRow? Next()
    {
        if (Peek() < 0)
        {
            return null;
        }

        var first = line;
        cells.Clear();
        while (true)
        {
            var closed = ReadCell(first);
            if (cells.Count < MostCells)
            {
                cells.Add(cell.ToString());
            }

            if (!closed)
            {
                return new TableRow(first, [.. cells],
                    new Problem(first, null, "A quotation mark on this line is not closed, so the lines after it could not be read"));
            }

            if (Peek() == delimiter)
            {
                Take();
                continue;
            }

            EndLine();
            return new TableRow(first, [.. cells]);
        }
    }

    /// <summary>False when the file ended inside quotation marks.</summary>
    private bool ReadCell(int first)
    {
        cell.Clear();
        if (Peek() == '"')
        {
            Take();
            if (!ReadQuoted(first))
            {
                return false;
            }
        }

        while (Peek() is >= 0 and not '\r' and not '\n' and var next && next != delimiter)
        {
            Append((char)Take(), first);
        }

        return true;
    }

    private bool ReadQuoted(int first)
    {
        while (Peek() >= 0)
        {
            var next = (char)Take();
            if (next == '"')
            {
                if (Peek() != '"')
                {
                    return true;
                }

                Take();
            }
            else if (next == '\n' || (next == '\r' && Peek() != '\n'))
            {
                line++;
            }

            Append(next, first);
        }

        return false;
    }

    private void Append(char next, int first)
    {
        if (cell.Length >= LongestCell)
        {
            throw new UnusableFileException($"A cell that begins near line {first} never ends. A quotation mark there is probably not closed.");
        }

        cell.Append(next);
    }

    private void EndLine()
    {
        if (Peek() == '\r')
        {
            Take();
        }

        if (Peek() == '\n')
        {
            Take();
        }

        line++;
    }

    private int Peek()
    {
        if (at == filled)
        {
            at = 0;
            filled = reader.Read(buffer, 0, buffer.Length);
        }

        return at < filled ? buffer[at] : -1;
    }

    private int Take()
    {
        var next = Peek();
        at++;
        return next;
    }
}
