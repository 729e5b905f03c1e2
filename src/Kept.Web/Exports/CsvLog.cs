using System.Globalization;
using CsvHelper;
using Kept.Store.Export;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Exports;

/// <summary>UTF-8 with its mark, which Excel needs to see; days as 2026-05-02, which no country reads otherwise.</summary>
internal static class CsvLog
{
    private const string StartsAFormula = "=+-@\t\r";

    public static async Task WriteAsync(IAsyncEnumerable<LogLine> lines, Stream to, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. LogColumn.All.Select(column => column.Title)], cancel);
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await csv.WriteRecordAsync([.. LogColumn.All.Select(column => Cell(column.Of(line)))], cancel);
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        LocalTime time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        LocalDateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IEnumerable<string> sentences => Harmless(string.Join('\n', sentences)),
        _ => Harmless((string)value)
    };

    /// <summary>A cell that begins like a formula would be one in the reader's spreadsheet: an apostrophe makes it text.</summary>
    private static string Harmless(string text) => text.Length > 0 && StartsAFormula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
