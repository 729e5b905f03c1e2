using System.Text;
using Kept.Web.Imports;

namespace Kept.Web.Tests.Imports;

public sealed class TextTableTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("A,B\n1,2\n")]
    [InlineData("A;B\r\n1;2\r\n")]
    [InlineData("A\tB\r1\t2")]
    [InlineData("My report\n\nA,B\n\n1,2\n")]
    public void Delimiters_line_ends_and_titles_above_are_found(string text)
    {
        var table = TextTable.OfText(text, Score)!;

        Assert.Equal(["A", "B"], table.Headings);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows()).Cells);
    }

    [Fact]
    public void A_row_is_known_by_its_physical_line_whatever_its_cells_hold()
    {
        var rows = TextTable.OfText("A,B\r\n\"one\r\ntwo\",\"say \"\"x\"\"\"\r\n\r\nlast,\"a,b\"\r\n", Score)!.Rows().ToList();

        Assert.Equal([2, 5], rows.Select(row => row.Line));
        Assert.Equal(["one\r\ntwo", "say \"x\""], rows[0].Cells);
        Assert.Equal(["last", "a,b"], rows[1].Cells);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named_and_not_read_past_in_silence()
    {
        var rows = TextTable.OfText("A,B\n1,\"2\n3,4\n5,6\n", Score)!.Rows().ToList();

        Assert.Contains("line is not closed", Assert.Single(rows).Broken!.Reason, StringComparison.Ordinal);
        var endless = "A,B\n1,\"2" + new string('x', 30_000);
        Assert.Contains("line 2", Assert.Throws<UnusableFileException>(() => TextTable.OfText(endless, Score)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_too_many_is_a_comma_without_quotation_marks()
    {
        var row = Assert.Single(TextTable.OfText("A,B\n1,2,3\n", Score)!.Rows());

        Assert.Equal(2, row.Broken!.Line);
        Assert.Contains("3 cells", row.Broken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    public void Accents_come_through_however_the_file_is_written(string name, bool marked)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? (name is "utf-8" ? new UTF8Encoding(marked) : Encoding.GetEncoding(name));
        var path = scratch.File("A,B\n" + string.Concat(Enumerable.Repeat("plain,row\n", 20_000)) + "Zoë,O’Brien\n", encoding: encoding);

        Assert.Equal(["Zoë", "O’Brien"], TextTable.OfFile(path, Score)!.Rows().Last().Cells);
    }

    [Fact]
    public void A_workbook_is_told_from_a_text() =>
        Assert.Contains("workbook", Assert.Throws<UnusableFileException>(() => TextTable.OfFile(scratch.File("PK\u0003\u0004 and so on"), Score)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_says_so() =>
        Assert.Contains("empty", Assert.Throws<UnusableFileException>(() => TextTable.OfFile(scratch.File(""), Score)).Message, StringComparison.Ordinal);

    public void Dispose() => scratch.Dispose();

    private static int Score(IReadOnlyList<string> headings) => headings.Count(h => h.Trim('\uFEFF') is "A" or "B");
}
