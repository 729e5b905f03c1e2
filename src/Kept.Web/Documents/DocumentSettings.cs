using System.Globalization;

namespace Kept.Web.Documents;

/// <summary>What whoever runs Kept decides about files.</summary>
/// <param name="MostBytes">The largest file that is taken.</param>
/// <param name="Scanner">Where a clamd listens, as host:port; null for no scanning.</param>
public sealed record DocumentSettings(long MostBytes = DocumentSettings.UsualMegabytes * DocumentSettings.Megabyte, string? Scanner = null)
{
    public const long Megabyte = 1024 * 1024;

    private const long UsualMegabytes = 50;

    /// <summary>Without script a whole choice of files comes in one post; no more than this of it is read.</summary>
    public long MostBytesOfOnePost => Math.Max(4096 * Megabyte, MostBytes);

    /// <summary>"50 MB".</summary>
    public string MostInWords => MostBytes >= Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{MostBytes / Megabyte} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{MostBytes / 1024} KB");

    /// <summary>KEPT_FILE_MB and KEPT_CLAMD, where they are set.</summary>
    public static DocumentSettings OfTheMachine()
    {
        var scanner = Environment.GetEnvironmentVariable("KEPT_CLAMD");
        var megabytes = int.TryParse(Environment.GetEnvironmentVariable("KEPT_FILE_MB"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set is > 0 and <= 2000
            ? set
            : UsualMegabytes;
        return new DocumentSettings(megabytes * Megabyte, string.IsNullOrWhiteSpace(scanner) ? null : scanner);
    }
}
