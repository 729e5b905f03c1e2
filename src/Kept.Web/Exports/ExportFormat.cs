using Kept.Store.Export;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Exports;

/// <summary>A kind of file that the record can be taken out as.</summary>
public sealed class ExportFormat
{
    private readonly Func<IAsyncEnumerable<LogLine>, Stream, CancellationToken, Task> write;

    private ExportFormat(string extension, string contentType, Func<IAsyncEnumerable<LogLine>, Stream, CancellationToken, Task> write)
    {
        Extension = extension;
        ContentType = contentType;
        this.write = write;
    }

    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8", CsvLog.WriteAsync),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxLog.WriteAsync),
        new("json", "application/json; charset=utf-8", JsonLog.WriteAsync)
    ];

    public string Extension { get; }

    public string ContentType { get; }

    public static ExportFormat? Read(string? name) => All.FirstOrDefault(f => f.Extension == name);

    /// <summary>"kept-log-2026-11-22.csv": what it is and when, and never whose.</summary>
    public string FileName(string what, LocalDate today) => $"kept-{what}-{LocalDatePattern.Iso.Format(today)}.{Extension}";

    public Task WriteAsync(IAsyncEnumerable<LogLine> lines, Stream to, CancellationToken cancel) => write(lines, to, cancel);
}
